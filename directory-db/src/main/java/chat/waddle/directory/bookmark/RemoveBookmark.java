package chat.waddle.directory.bookmark;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Removes a bookmark, if it is there.
record RemoveBookmark(UserId user, BookmarkTarget target) implements Change<BookmarkOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<BookmarkOutcome> apply(Applying applying) {
        BookmarkShelf shelf = BookmarkShelf.of(applying, user);
        return shelf.find(target).map(shelf::remove).orElseGet(() -> Applied.unchanged(new BookmarkOutcome.Removed()));
    }
}
