package chat.waddle.server.bookmark;

import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.WaddleId;
import org.jspecify.annotations.Nullable;

/// What clients send.
final class BookmarkRequests {
    private BookmarkRequests() {}

    /// One of `messageId` and `attachmentId`, as the type says.
    record Toggle(
            String type,
            WaddleId waddleId,
            @Nullable MessageId messageId,
            @Nullable AttachmentId attachmentId) {}
}
