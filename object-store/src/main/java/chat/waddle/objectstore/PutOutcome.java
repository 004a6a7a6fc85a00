package chat.waddle.objectstore;

/// How a put-if-absent ended; either way an object with that key is durable now.
public sealed interface PutOutcome {
    /// The object of the key, whoever stored it.
    StoredObject object();

    /// This call stored the content.
    record Stored(StoredObject object) implements PutOutcome {}

    /// The key was taken; nothing was written. Compare `object.sha256()` to learn whether it is the same content.
    record AlreadyPresent(StoredObject object) implements PutOutcome {}
}
