package chat.waddle.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The folder that holds everything of one server, owned by one process at a time through a lock file.
public final class DataDirectory implements AutoCloseable {
    private static final String LOCK_FILE = "waddle.lock";

    /// Closing any channel of the lock file drops the lock of the process, so an owned one is never opened twice.
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private final Path root;
    private final Path owned;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, Path owned, FileChannel channel, FileLock lock) {
        this.root = root;
        this.owned = owned;
        this.channel = channel;
        this.lock = lock;
    }

    /// Makes the folder where it is missing (mode 0700) and takes its lock.
    ///
    /// @return empty when another process, or another part of this one, owns the folder
    /// @throws UncheckedIOException when the folder cannot be made or written to
    public static Optional<DataDirectory> own(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        if (root.toString().indexOf('?') >= 0) {
            throw new IllegalArgumentException("The data directory must not have a '?' in its path: " + root);
        }
        try {
            createPrivately(root);
            return lock(root, root.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data directory " + root, e);
        }
    }

    private static Optional<DataDirectory> lock(Path root, Path owned) throws IOException {
        if (!OWNED.add(owned)) {
            return Optional.empty();
        }
        FileLock lock = null;
        FileChannel channel = null;
        try {
            channel = FileChannel.open(root.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock = channel.tryLock();
            return lock == null ? Optional.empty() : Optional.of(new DataDirectory(root, owned, channel, lock));
        } finally {
            if (lock == null) {
                if (channel != null) {
                    channel.close();
                }
                OWNED.remove(owned);
            }
        }
    }

    private static void createPrivately(Path root) throws IOException {
        if (Files.isDirectory(root)) {
            return;
        }
        if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return;
        }
        Files.createDirectories(root);
    }

    public Path root() {
        return root;
    }

    /// A path below the folder; refuses names that lead out of it.
    public Path resolve(String relative) {
        Path path = root.resolve(relative).normalize();
        if (!path.startsWith(root)) {
            throw new IllegalArgumentException("Path leads out of the data directory: " + relative);
        }
        return path;
    }

    @Override
    public void close() {
        try {
            if (channel.isOpen()) {
                lock.release();
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the data directory " + root, e);
        } finally {
            OWNED.remove(owned);
        }
    }
}
