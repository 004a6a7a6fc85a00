package chat.waddle.directory.bookmark;

import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.CommandTypes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What accounts keep for themselves, at most 10,000 each. Thread-safe.
///
/// It knows nothing of the targets: whether one exists and may be seen is for the caller to ask, at each reading.
public final class Bookmarks {
    private static final int PAGE_LIMIT = 100;

    private final DirectoryStore store;

    public Bookmarks(DirectoryStore store) {
        this.store = store;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(103, "add_bookmark", AddBookmark.class);
        types.add(104, "remove_bookmark", RemoveBookmark.class);
        types.add(105, "toggle_bookmark", ToggleBookmark.class);
    }

    /// Keeps a target the account may see; adding it again changes nothing.
    public BookmarkOutcome add(UserId user, BookmarkTarget target, Origin origin) {
        return store.commit(new AddBookmark(user, target), origin);
    }

    /// Removes a bookmark; removing what is not there changes nothing.
    public void remove(UserId user, BookmarkTarget target, Origin origin) {
        BookmarkOutcome _ = store.commit(new RemoveBookmark(user, target), origin);
    }

    /// Removes a bookmark that is there, and adds one that is not.
    ///
    /// @param mayAdd whether the account may see the target
    public BookmarkOutcome toggle(UserId user, BookmarkTarget target, boolean mayAdd, Origin origin) {
        return store.commit(new ToggleBookmark(user, target, mayAdd), origin);
    }

    public Optional<Bookmark> find(UserId user, BookmarkTarget target) {
        return store.read(session -> session.sql(BookmarkSql.class)
                .find(user, target.waddle(), target.type().code(), target.id()));
    }

    /// An account's bookmarks, newest first.
    ///
    /// @param type null for every type
    /// @param before the id of the last one of the page before, or null
    public List<Bookmark> list(UserId user, @Nullable BookmarkType type, @Nullable Long before, int limit) {
        long from = before == null ? Long.MAX_VALUE : before;
        int most = Math.clamp(limit, 1, PAGE_LIMIT + 1);
        return store.read(session -> {
            BookmarkSql sql = session.sql(BookmarkSql.class);
            return type == null ? sql.list(user, from, most) : sql.listOfType(user, type.code(), from, most);
        });
    }
}
