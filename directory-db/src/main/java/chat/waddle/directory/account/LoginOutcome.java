package chat.waddle.directory.account;

/// What came of signing in. Only somebody with the right password hears why an account may not enter.
public sealed interface LoginOutcome {
    record Welcome(SignedIn signedIn) implements LoginOutcome {}

    /// No such account, an account without a password, or the wrong password; which of them takes the same time.
    record WrongCredentials() implements LoginOutcome {}

    record Suspended() implements LoginOutcome {}

    /// Banned from the whole server.
    record Banned() implements LoginOutcome {}

    /// Too many passwords are being checked; ask again soon.
    record Overloaded() implements LoginOutcome {}
}
