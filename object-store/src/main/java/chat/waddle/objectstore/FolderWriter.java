package chat.waddle.objectstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// The writing side of the folder store: seal a file in `incoming/`, sync it, rename it into `objects/`, sync the
/// folder.
///
/// Thread-safe. The owner is alone in the folder (lock file), so a lock in this process makes check and rename one
/// step.
final class FolderWriter {
    private final Path objects;
    private final Path incoming;
    private final Object publishing = new Object();
    private final Object creating = new Object();

    FolderWriter(Path objects, Path incoming) {
        this.objects = objects;
        this.incoming = incoming;
    }

    /// Creates the folders and deletes what a crash left half-written.
    void prepare() throws IOException {
        DurableFolders.create(objects);
        DurableFolders.create(incoming);
        DurableFolders.keepPrivate(objects);
        DurableFolders.keepPrivate(incoming);
        try (DirectoryStream<Path> orphans = Files.newDirectoryStream(incoming)) {
            for (Path orphan : orphans) {
                Files.delete(orphan);
            }
        }
    }

    StoredObject put(ObjectKey key, ObjectSource content) throws IOException {
        return write(key, content, FolderWriter::replace).orElseThrow();
    }

    /// Empty if the key is taken.
    Optional<StoredObject> putIfAbsent(ObjectKey key, ObjectSource content) throws IOException {
        return write(key, content, this::moveUnlessTaken);
    }

    void delete(ObjectKey key) throws IOException {
        if (Files.deleteIfExists(KeyPaths.path(objects, key))) {
            sync(key);
        }
    }

    /// Makes the presence or absence of a key durable.
    void sync(ObjectKey key) throws IOException {
        DurableFolders.sync(folderOf(key));
    }

    private Optional<StoredObject> write(ObjectKey key, ObjectSource content, Publication publication)
            throws IOException {
        Path written = incoming.resolve(UUID.randomUUID() + ".tmp");
        try {
            StoredObject object = seal(key, content, written);
            createFolder(folderOf(key));
            if (!publication.publish(written, KeyPaths.path(objects, key))) {
                return Optional.empty();
            }
            sync(key);
            return Optional.of(object);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /// One at a time, so that nobody goes on with a folder that another put has made but not yet synced.
    private void createFolder(Path folder) throws IOException {
        synchronized (creating) {
            DurableFolders.create(folder);
        }
    }

    private static StoredObject seal(ObjectKey key, ObjectSource content, Path written) throws IOException {
        try (FileChannel file = FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Seal seal = SealingWriter.write(content, file);
            file.force(true);
            return FolderReader.describe(key, seal, written);
        }
    }

    private boolean moveUnlessTaken(Path written, Path file) throws IOException {
        synchronized (publishing) {
            return !Files.exists(file, LinkOption.NOFOLLOW_LINKS) && replace(written, file);
        }
    }

    private static boolean replace(Path written, Path file) throws IOException {
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private Path folderOf(ObjectKey key) {
        return Objects.requireNonNull(KeyPaths.path(objects, key).getParent());
    }

    @FunctionalInterface
    private interface Publication {
        boolean publish(Path written, Path file) throws IOException;
    }
}
