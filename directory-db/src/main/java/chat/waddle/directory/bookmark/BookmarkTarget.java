package chat.waddle.directory.bookmark;

import chat.waddle.ids.WaddleId;

/// One message or file of one community.
///
/// @param id the message's or the attachment's
public record BookmarkTarget(BookmarkType type, WaddleId waddle, long id) {}
