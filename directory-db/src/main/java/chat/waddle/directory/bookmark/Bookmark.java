package chat.waddle.directory.bookmark;

import chat.waddle.ids.WaddleId;
import java.time.Instant;

/// A message or file that somebody keeps for themselves.
///
/// @param id grows from bookmark to bookmark
/// @param targetId the message's or the attachment's
public record Bookmark(long id, BookmarkType type, WaddleId waddle, long targetId, Instant createdAt) {
    public BookmarkTarget target() {
        return new BookmarkTarget(type, waddle, targetId);
    }
}
