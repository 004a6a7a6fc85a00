package chat.waddle.directory.bookmark;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;

/// Keeps a message or file that the account was allowed to see a moment ago.
record AddBookmark(UserId user, BookmarkTarget target) implements Change<BookmarkOutcome> {
    @Override
    public Applied<BookmarkOutcome> apply(Applying applying) {
        BookmarkShelf shelf = BookmarkShelf.of(applying, user);
        Optional<Bookmark> present = shelf.find(target);
        return present.isPresent()
                ? Applied.unchanged(new BookmarkOutcome.Kept(present.get(), false))
                : shelf.add(target);
    }
}
