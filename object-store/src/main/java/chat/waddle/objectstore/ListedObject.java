package chat.waddle.objectstore;

import java.time.Instant;

/// One line of a listing: what a store can tell without opening the object. Its hash comes from `ObjectStore.head`.
public record ListedObject(ObjectKey key, long sizeBytes, Instant lastModified) {}
