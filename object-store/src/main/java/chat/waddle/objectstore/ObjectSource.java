package chat.waddle.objectstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Content on its way into a store: its exact size, known beforehand, and a fresh stream at each `open`.
///
/// A store may open it more than once (to hash before sending, to try again). If a stream is shorter or longer than
/// `sizeBytes`, nothing is stored and the put throws `ObjectStoreException`.
public interface ObjectSource {
    long sizeBytes();

    InputStream open() throws IOException;

    /// Content that is in memory; the array must not change until the put returns.
    static ObjectSource ofBytes(byte[] bytes) {
        return new ObjectSource() {
            @Override
            public long sizeBytes() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /// Content of a closed file that nobody writes to any more. Never a live SQLite file.
    static ObjectSource ofFile(Path file) {
        long sizeBytes;
        try {
            sizeBytes = Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the size of " + file, e);
        }
        return new ObjectSource() {
            @Override
            public long sizeBytes() {
                return sizeBytes;
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
