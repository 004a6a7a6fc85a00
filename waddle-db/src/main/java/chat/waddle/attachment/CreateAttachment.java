package chat.waddle.attachment;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// Adds the row of an uploaded file whose content is in the object store already.
///
/// @param filename recorded as `content`, so that it goes when the file is deleted
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateAttachment(
        UserId owner,
        @JsonProperty("content") String filename,
        long sizeBytes,
        String mimeType,
        int width,
        int height,
        String objectKey,
        @Nullable String thumbnailKey)
        implements Command<AttachmentOutcome> {}
