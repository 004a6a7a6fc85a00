package chat.waddle.server.bookmark;

import chat.waddle.directory.bookmark.Bookmark;
import chat.waddle.directory.bookmark.BookmarkType;
import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.WaddleId;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A bookmark with its target, where the target is there and its owner may see it.
record BookmarkJson(
        String id,
        String type,
        WaddleId waddleId,
        @Nullable MessageId messageId,
        @Nullable AttachmentId attachmentId,
        Instant createdAt,
        boolean available,
        @JsonRawValue @Nullable String message,
        @JsonRawValue @Nullable String file) {
    /// @param target the target's JSON; null where it is gone or hidden
    static BookmarkJson of(Bookmark bookmark, @Nullable String target) {
        boolean ofMessage = bookmark.type() == BookmarkType.MESSAGE;
        return new BookmarkJson(
                Long.toString(bookmark.id()),
                bookmark.type().code(),
                bookmark.waddle(),
                ofMessage ? new MessageId(bookmark.targetId()) : null,
                ofMessage ? null : new AttachmentId(bookmark.targetId()),
                bookmark.createdAt(),
                target != null,
                ofMessage ? target : null,
                ofMessage ? null : target);
    }
}
