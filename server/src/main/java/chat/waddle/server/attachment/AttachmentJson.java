package chat.waddle.server.attachment;

import chat.waddle.attachment.Attachment;
import chat.waddle.ids.AttachmentId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A file on the wire; messages carry the same fields.
@JsonInclude(JsonInclude.Include.ALWAYS)
record AttachmentJson(
        AttachmentId id,
        String filename,
        long sizeBytes,
        String mimeType,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean hasThumbnail) {
    static AttachmentJson of(Attachment attachment) {
        return new AttachmentJson(
                attachment.id(),
                attachment.filename(),
                attachment.sizeBytes(),
                attachment.mimeType(),
                attachment.width() == 0 ? null : attachment.width(),
                attachment.height() == 0 ? null : attachment.height(),
                attachment.thumbnailKey() != null);
    }
}
