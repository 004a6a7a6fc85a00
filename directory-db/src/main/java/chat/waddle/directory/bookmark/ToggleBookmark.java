package chat.waddle.directory.bookmark;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Removes a bookmark that is there, and adds one that is not.
///
/// @param mayAdd whether the account was allowed to see the target a moment ago; removing needs no such leave
record ToggleBookmark(UserId user, BookmarkTarget target, boolean mayAdd) implements Change<BookmarkOutcome> {
    @Override
    public Applied<BookmarkOutcome> apply(Applying applying) {
        BookmarkShelf shelf = BookmarkShelf.of(applying, user);
        return shelf.find(target)
                .map(shelf::remove)
                .orElseGet(() -> mayAdd ? shelf.add(target) : Applied.unchanged(new BookmarkOutcome.NoTarget()));
    }
}
