package chat.waddle.sqlite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The folder that holds everything of one server, owned by one process at a time through a lock file.
public final class DataDirectory implements AutoCloseable {
    private static final String LOCK_FILE = "waddle.lock";

    private final Path root;
    private final FileChannel channel;
    private final FileLock lock;

    private DataDirectory(Path root, FileChannel channel, FileLock lock) {
        this.root = root;
        this.channel = channel;
        this.lock = lock;
    }

    /// Makes the folder where it is missing (mode 0700) and takes its lock.
    ///
    /// @return empty when another process owns the folder
    /// @throws UncheckedIOException when the folder cannot be made or written to
    public static Optional<DataDirectory> own(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        if (root.toString().indexOf('?') >= 0) {
            throw new IllegalArgumentException("The data directory must not have a '?' in its path: " + root);
        }
        try {
            createPrivately(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK_FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataDirectory(root, channel, lock));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot use the data directory " + root, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // owned by another part of this very process
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
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot release the data directory " + root, e);
        }
    }
}
