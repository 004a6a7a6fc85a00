package chat.waddle.attachment;

import chat.waddle.ids.AttachmentId;
import org.jspecify.annotations.Nullable;

/// An uploaded file as its row tells it; the content is an object of the store.
///
/// @param mimeType as the bytes say, whatever the uploader claimed
/// @param width in pixels, 0 where it is not known; so is height
/// @param thumbnailKey the object of its small picture, if it has one
public record Attachment(
        AttachmentId id,
        String filename,
        long sizeBytes,
        String mimeType,
        int width,
        int height,
        String objectKey,
        @Nullable String thumbnailKey) {
    /// The longest name, in characters.
    public static final int FILENAME_LIMIT = 255;

    public boolean isImage() {
        return mimeType.startsWith("image/");
    }
}
