package chat.waddle.directory.bookmark;

/// What came of adding or toggling a bookmark.
public sealed interface BookmarkOutcome {
    /// It is there now.
    ///
    /// @param added false where it was there before
    record Kept(Bookmark bookmark, boolean added) implements BookmarkOutcome {}

    /// It was there and is not any more.
    record Removed() implements BookmarkOutcome {}

    /// It is not there, and there is nothing the account may keep.
    record NoTarget() implements BookmarkOutcome {}

    /// The account has as many as it may have.
    record Full(int limit) implements BookmarkOutcome {}

    /// The account is gone.
    record Missing() implements BookmarkOutcome {}
}
