package chat.waddle.directory.bookmark;

import chat.waddle.directory.store.Applying;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One account's bookmarks inside a change.
record BookmarkShelf(Applying applying, BookmarkSql sql, UserId user) {
    /// What one account may keep.
    static final int LIMIT = 10_000;

    static BookmarkShelf of(Applying applying, UserId user) {
        return new BookmarkShelf(applying, applying.sql(BookmarkSql.class), user);
    }

    Optional<Bookmark> find(BookmarkTarget target) {
        return sql.find(user, target.waddle(), target.type().code(), target.id());
    }

    /// Adds what is not there yet.
    Applied<BookmarkOutcome> add(BookmarkTarget target) {
        if (!sql.accountExists(user)) {
            return Applied.unchanged(new BookmarkOutcome.Missing());
        }
        if (sql.count(user) >= LIMIT) {
            return Applied.unchanged(new BookmarkOutcome.Full(LIMIT));
        }
        long id = applying.newId();
        sql.insert(
                id,
                user,
                target.type().code(),
                target.waddle(),
                only(BookmarkType.MESSAGE, target),
                only(BookmarkType.FILE, target),
                applying.now());
        return Applied.changed(new BookmarkOutcome.Kept(find(target).orElseThrow(), true), 0, id);
    }

    private static @Nullable Long only(BookmarkType type, BookmarkTarget target) {
        return target.type() == type ? target.id() : null;
    }

    Applied<BookmarkOutcome> remove(Bookmark bookmark) {
        sql.delete(bookmark.id());
        return Applied.changed(new BookmarkOutcome.Removed(), 0, bookmark.id());
    }
}
