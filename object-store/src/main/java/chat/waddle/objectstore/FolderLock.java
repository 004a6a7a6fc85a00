package chat.waddle.objectstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The sole ownership of a folder, among processes by a locked file and inside this one by a set of taken folders.
///
/// The set is asked first: POSIX drops a process's lock as soon as it closes any descriptor of the file, so a second
/// attempt must not even open it.
final class FolderLock implements AutoCloseable {
    private static final Set<Path> TAKEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel file;

    private FolderLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /// Takes an existing folder, given by its real path; `ObjectStoreException` if it has an owner.
    static FolderLock take(Path folder) throws IOException {
        if (!TAKEN.add(folder)) {
            throw new ObjectStoreException("The object folder " + folder + " is already open in this process");
        }
        try {
            return new FolderLock(folder, lock(folder));
        } catch (IOException | RuntimeException e) {
            TAKEN.remove(folder);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel file =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (file.tryLock() == null) {
            file.close();
            throw new ObjectStoreException("The object folder " + folder + " is open in another process");
        }
        return file;
    }

    boolean isHeld() {
        return file.isOpen();
    }

    @Override
    public void close() throws IOException {
        if (file.isOpen()) {
            file.close();
            TAKEN.remove(folder);
        }
    }
}
