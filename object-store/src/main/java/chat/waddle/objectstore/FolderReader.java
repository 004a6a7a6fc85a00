package chat.waddle.objectstore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// The reading side of the folder store: opens a sealed file, checks its seal, describes or streams it.
final class FolderReader {
    private final Path objects;

    FolderReader(Path objects) {
        this.objects = objects;
    }

    Optional<StoredObject> head(ObjectKey key) throws IOException {
        Path path = KeyPaths.path(objects, key);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(describe(key, Seal.read(file, key), path));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    Optional<ObjectContent> read(ObjectKey key, long offsetBytes, long lengthBytes) throws IOException {
        Path path = KeyPaths.path(objects, key);
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            try {
                Seal seal = Seal.read(file, key);
                long start = Math.min(offsetBytes, seal.sizeBytes());
                long end = start + Math.min(lengthBytes, seal.sizeBytes() - start);
                SealedStream stream = new SealedStream(file, key, seal, start, end);
                return Optional.of(new ObjectContent(describe(key, seal, path), stream));
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    static StoredObject describe(ObjectKey key, Seal seal, Path path) throws IOException {
        var lastModified = Files.getLastModifiedTime(path).toInstant();
        return new StoredObject(key, seal.sizeBytes(), seal.sha256Hex(), lastModified);
    }
}
