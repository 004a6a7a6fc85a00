package chat.waddle.objectstore;

import java.io.IOException;
import java.io.InputStream;

/// An open object or a range of it; close it. `object` describes the whole object even when `stream` is a range.
///
/// Reading the stream throws `ObjectDamagedException` where the content is not what was stored. Not thread-safe.
public record ObjectContent(StoredObject object, InputStream stream) implements AutoCloseable {
    /// All bytes of the stream, for content known to be small.
    public byte[] readAll() {
        try {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new ObjectStoreException("Cannot read " + object.key(), e);
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new ObjectStoreException("Cannot close " + object.key(), e);
        }
    }
}
