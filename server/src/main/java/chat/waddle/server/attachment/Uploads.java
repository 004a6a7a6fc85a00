package chat.waddle.server.attachment;

import chat.waddle.attachment.AttachmentObjects;
import chat.waddle.attachment.CreateAttachment;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.objectstore.ObjectSource;
import chat.waddle.objectstore.ObjectStoreException;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives files: a body becomes an object of the store, and the command that adds its row. Thread-safe; calls block.
///
/// Whatever fails, no row names an object that is not durable.
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final Duration LATER = Duration.ofSeconds(10);
    private static final String DISK_FULL = "No space left on device";

    private final Spool spool;
    private final AttachmentObjects objects;
    private final Thumbnails thumbnails;
    private final long limitBytes;

    /// @param limitBytes the largest file
    public Uploads(Spool spool, AttachmentObjects objects, Thumbnails thumbnails, long limitBytes) {
        this.spool = spool;
        this.objects = objects;
        this.thumbnails = thumbnails;
        this.limitBytes = limitBytes;
    }

    long limitBytes() {
        return limitBytes;
    }

    /// Stores the file of a multipart body.
    ///
    /// @return the command that is to add it
    CreateAttachment receive(WaddleId waddle, UserId owner, String contentType, InputStream body) throws IOException {
        Path file = spool.place();
        try {
            return received(waddle, owner, contentType, body, file);
        } catch (ObjectStoreException failure) {
            throw storeFailed(failure);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private CreateAttachment received(WaddleId waddle, UserId owner, String contentType, InputStream body, Path file)
            throws IOException {
        HashingSink sink = null;
        String name;
        try (var target = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            sink = new HashingSink(target);
            name = new MultipartFile(contentType, limitBytes, sink).read(body);
        }
        FileType type = FileType.of(sink.head());
        Picture picture = thumbnails.of(file, type);
        String key = AttachmentObjects.key(waddle, sink.sha256Hex());
        objects.keep(key, ObjectSource.ofFile(file));
        if (picture.hasThumbnail()) {
            objects.keep(AttachmentObjects.thumbnailKey(key), ObjectSource.ofBytes(picture.thumbnail()));
        }
        return new CreateAttachment(
                owner,
                name,
                sink.sizeBytes(),
                type.mimeType(),
                picture.width(),
                picture.height(),
                key,
                picture.hasThumbnail() ? AttachmentObjects.thumbnailKey(key) : null);
    }

    /// What trouble with the disk or the store means to a client.
    static ProblemException storeFailed(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (String.valueOf(cause.getMessage()).contains(DISK_FULL)) {
                return new Problem.DiskFull("The server's disk is full. Nothing was stored; try again later.")
                        .asException();
            }
        }
        LOG.atError().setCause(failure).log("The store of files failed");
        return new Problem.Unavailable("file_store_failed", "Files cannot be stored or read at the moment.", LATER)
                .asException();
    }
}
