package chat.waddle.objectstore;

/// A stored object is not what was once put: bytes changed, are missing or were added. Only a copy from elsewhere
/// helps.
public final class ObjectDamagedException extends ObjectStoreException {
    private final transient ObjectKey key;

    public ObjectDamagedException(ObjectKey key, String what) {
        super("Object " + key + " is damaged: " + what);
        this.key = key;
    }

    public ObjectKey key() {
        return key;
    }
}
