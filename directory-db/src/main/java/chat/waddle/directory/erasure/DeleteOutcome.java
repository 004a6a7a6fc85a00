package chat.waddle.directory.erasure;

/// What came of deleting one's own account.
public sealed interface DeleteOutcome {
    record Deleted(Erasure erasure) implements DeleteOutcome {}

    record WrongPassword() implements DeleteOutcome {}

    /// Communities need an owner: hand these over or delete them first.
    record OwnsWaddles(int count) implements DeleteOutcome {}

    /// Too many passwords are being checked; ask again soon.
    record Overloaded() implements DeleteOutcome {}
}
