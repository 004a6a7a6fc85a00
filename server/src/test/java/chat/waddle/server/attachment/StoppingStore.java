package chat.waddle.server.attachment;

import chat.waddle.objectstore.ByteRange;
import chat.waddle.objectstore.ListQuery;
import chat.waddle.objectstore.ObjectContent;
import chat.waddle.objectstore.ObjectKey;
import chat.waddle.objectstore.ObjectPage;
import chat.waddle.objectstore.ObjectSource;
import chat.waddle.objectstore.ObjectStore;
import chat.waddle.objectstore.ObjectStoreException;
import chat.waddle.objectstore.PutOutcome;
import chat.waddle.objectstore.StoredObject;
import java.io.IOException;
import java.util.Optional;

/// A store that fails at one of its puts, before or after the object is durable, and otherwise does what it should.
final class StoppingStore implements ObjectStore {
    private final ObjectStore store;
    private Stop next = new Stop(0, false);

    StoppingStore(ObjectStore store) {
        this.store = store;
    }

    /// @param put which of the next puts fails, from 1; 0 for none
    /// @param afterwards whether the object is durable by then
    record Stop(int put, boolean afterwards) {}

    void stopAt(Stop stop) {
        next = stop;
    }

    @Override
    public StoredObject put(ObjectKey key, ObjectSource content) {
        Stop now = next;
        next = new Stop(Math.max(0, now.put() - 1), now.afterwards());
        if (now.put() == 1 && !now.afterwards()) {
            throw stopped(key);
        }
        StoredObject stored = store.put(key, content);
        if (now.put() == 1) {
            throw stopped(key);
        }
        return stored;
    }

    private static ObjectStoreException stopped(ObjectKey key) {
        return new ObjectStoreException("stopped at " + key, new IOException("the cable was pulled"));
    }

    @Override
    public PutOutcome putIfAbsent(ObjectKey key, ObjectSource content) {
        return store.putIfAbsent(key, content);
    }

    @Override
    public Optional<ObjectContent> get(ObjectKey key) {
        return store.get(key);
    }

    @Override
    public Optional<ObjectContent> getRange(ObjectKey key, ByteRange range) {
        return store.getRange(key, range);
    }

    @Override
    public Optional<StoredObject> head(ObjectKey key) {
        return store.head(key);
    }

    @Override
    public ObjectPage list(ListQuery query) {
        return store.list(query);
    }

    @Override
    public void delete(ObjectKey key) {
        store.delete(key);
    }

    @Override
    public void close() {
        store.close();
    }
}
