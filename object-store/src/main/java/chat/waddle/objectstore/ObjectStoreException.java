package chat.waddle.objectstore;

/// The store could not do what was asked: disk full, no permission, no connection. The object is as it was before.
public sealed class ObjectStoreException extends RuntimeException permits ObjectDamagedException {
    public ObjectStoreException(String message) {
        super(message);
    }

    public ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
