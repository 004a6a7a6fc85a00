package chat.waddle.directory.account;

/// What came of comparing a password with an account's.
public sealed interface PasswordCheck {
    record Right(String storedHash) implements PasswordCheck {}

    record Wrong() implements PasswordCheck {}

    record Overloaded() implements PasswordCheck {}
}
