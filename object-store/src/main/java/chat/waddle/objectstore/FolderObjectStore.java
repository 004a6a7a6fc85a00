package chat.waddle.objectstore;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// An object store in a folder of the local disk, owned by one process at a time (lock file).
///
/// Content goes to a file in `incoming/`, sealed and synced, and appears in `objects/` by one atomic rename whose
/// folder
/// is synced before the put returns. What a crash left in `incoming/` was never visible and is deleted by the next
/// `open`.
/// Thread-safe; calls block on the disk.
public final class FolderObjectStore implements ObjectStore {
    private final Path objects;
    private final FolderReader reader;
    private final FolderWriter writer;
    private final FolderLock lock;

    private FolderObjectStore(Path root, FolderLock lock) {
        this.objects = root.resolve("objects");
        this.reader = new FolderReader(objects);
        this.writer = new FolderWriter(objects, root.resolve("incoming"));
        this.lock = lock;
    }

    /// Opens the store in `root`, creating it if missing. `ObjectStoreException` if another owner has it open.
    public static FolderObjectStore open(Path root) {
        try {
            DurableFolders.create(root.toAbsolutePath().normalize());
            Path folder = root.toRealPath();
            FolderLock lock = FolderLock.take(folder);
            try {
                FolderObjectStore store = new FolderObjectStore(folder, lock);
                store.writer.prepare();
                return store;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ObjectStoreException("Cannot open the object folder " + root, e);
        }
    }

    @Override
    public PutOutcome putIfAbsent(ObjectKey key, ObjectSource content) {
        return onDisk("put", key, () -> {
            Optional<StoredObject> present = presentAndDurable(key);
            if (present.isPresent()) {
                return new PutOutcome.AlreadyPresent(present.get());
            }
            Optional<StoredObject> stored = writer.putIfAbsent(key, content);
            if (stored.isPresent()) {
                return new PutOutcome.Stored(stored.get());
            }
            return presentAndDurable(key)
                    .<PutOutcome>map(PutOutcome.AlreadyPresent::new)
                    .orElseThrow(() -> new ObjectStoreException("Object " + key + " was deleted while it was put"));
        });
    }

    /// "Already present" promises durability, yet the winner may not have synced the folder at this moment.
    private Optional<StoredObject> presentAndDurable(ObjectKey key) throws IOException {
        Optional<StoredObject> present = reader.head(key);
        if (present.isPresent()) {
            writer.sync(key);
        }
        return present;
    }

    @Override
    public StoredObject put(ObjectKey key, ObjectSource content) {
        return onDisk("put", key, () -> writer.put(key, content));
    }

    @Override
    public Optional<ObjectContent> get(ObjectKey key) {
        return onDisk("get", key, () -> reader.read(key, 0, Long.MAX_VALUE));
    }

    @Override
    public Optional<ObjectContent> getRange(ObjectKey key, ByteRange range) {
        return onDisk("get", key, () -> reader.read(key, range.offsetBytes(), range.lengthBytes()));
    }

    @Override
    public Optional<StoredObject> head(ObjectKey key) {
        return onDisk("head", key, () -> reader.head(key));
    }

    @Override
    public ObjectPage list(ListQuery query) {
        return onDisk("list", query.prefix(), () -> KeyWalk.page(objects, query));
    }

    @Override
    public void delete(ObjectKey key) {
        onDisk("delete", key, () -> {
            writer.delete(key);
            return key;
        });
    }

    /// Frees the folder for another owner. Streams that are open stay readable; every other call is refused.
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new ObjectStoreException("Cannot close the object folder", e);
        }
    }

    private <T> T onDisk(String verb, Object subject, DiskWork<T> work) {
        if (!lock.isHeld()) {
            throw new IllegalStateException("The object folder is closed");
        }
        try {
            return work.run();
        } catch (IOException e) {
            throw new ObjectStoreException("Cannot " + verb + " '" + subject + "'", e);
        }
    }

    @FunctionalInterface
    private interface DiskWork<T> {
        T run() throws IOException;
    }
}
