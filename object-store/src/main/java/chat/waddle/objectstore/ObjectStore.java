package chat.waddle.objectstore;

import java.util.Optional;

/// Immutable or replaceable blobs by key: segments, backups, journal parts, attachments.
///
/// A put that returned is durable and an object is visible either whole or not at all, also after a crash. Content is
/// verified when read: damage throws `ObjectDamagedException` instead of handing out wrong bytes. A key and a longer
/// key
/// beneath it (`a` and `a/b`) are two independent objects. A missing key is an empty `Optional`, any other trouble an
/// `ObjectStoreException`. All implementations pass `ObjectStoreContract`. Thread-safe; calls block.
public interface ObjectStore extends AutoCloseable {
    /// Stores content unless the key is taken. Of several calls at once exactly one is `Stored`.
    PutOutcome putIfAbsent(ObjectKey key, ObjectSource content);

    /// Stores content, replacing what the key held. Open streams go on reading what they began with.
    StoredObject put(ObjectKey key, ObjectSource content);

    /// The whole object, verified to its last byte.
    Optional<ObjectContent> get(ObjectKey key);

    /// The bytes of the object that lie in the range: fewer at its end, none beyond it.
    Optional<ObjectContent> getRange(ObjectKey key, ByteRange range);

    /// Size, hash and time of an object without its content.
    Optional<StoredObject> head(ObjectKey key);

    /// One page of keys in order. An object stored or deleted meanwhile may or may not appear; no other is missed.
    ObjectPage list(ListQuery query);

    /// Removes an object for good. Deleting a missing key is no error.
    void delete(ObjectKey key);

    @Override
    void close();
}
