package chat.waddle.server.bookmark;

import chat.waddle.directory.bookmark.Bookmark;
import chat.waddle.directory.bookmark.BookmarkTarget;
import chat.waddle.directory.bookmark.BookmarkType;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.StorageException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts bookmarks and what they point to together, asking each time whether it may still be seen. Thread-safe.
final class BookmarkShelf {
    /// How many waddles one answer looks into, which may all have to be opened for it.
    static final int MOST_WADDLES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(BookmarkShelf.class);

    private final Map<BookmarkType, BookmarkTargets> targets;

    BookmarkShelf(Map<BookmarkType, BookmarkTargets> targets) {
        this.targets = Map.copyOf(targets);
    }

    /// Whether the target is there and may be seen.
    boolean isVisible(UserId user, BookmarkTarget target) {
        return visible(user, target.type(), target.waddle(), List.of(target.id()))
                .containsKey(target.id());
    }

    private Map<Long, String> visible(UserId user, BookmarkType type, WaddleId waddle, List<Long> ids) {
        BookmarkTargets known = targets.get(type);
        return known == null ? Map.of() : known.visible(user, waddle, ids);
    }

    /// The first of the bookmarks, up to the one that would be of one waddle too many.
    static List<Bookmark> showable(List<Bookmark> bookmarks) {
        Set<WaddleId> waddles = new HashSet<>();
        return bookmarks.stream()
                .takeWhile(bookmark -> waddles.add(bookmark.waddle()) ? waddles.size() <= MOST_WADDLES : true)
                .toList();
    }

    /// The bookmarks in their order, each waddle asked once. One that cannot be read now takes nothing away but its own
    /// content.
    List<BookmarkJson> show(UserId user, List<Bookmark> bookmarks) {
        Map<Place, Map<Long, String>> found = new HashMap<>();
        bookmarks.stream()
                .collect(Collectors.groupingBy(Place::of, Collectors.mapping(Bookmark::targetId, Collectors.toList())))
                .forEach((place, ids) -> found.put(place, readable(user, place, ids)));
        return bookmarks.stream()
                .map(bookmark -> BookmarkJson.of(bookmark, content(found, bookmark)))
                .toList();
    }

    private static @Nullable String content(Map<Place, Map<Long, String>> found, Bookmark bookmark) {
        return found.getOrDefault(Place.of(bookmark), Map.of()).get(bookmark.targetId());
    }

    private Map<Long, String> readable(UserId user, Place place, List<Long> ids) {
        try {
            return visible(user, place.type(), place.waddle(), ids);
        } catch (StorageException e) {
            LOG.atDebug().setCause(e).addKeyValue("waddle", place.waddle()).log("Bookmarks cannot be read now");
            return Map.of();
        }
    }

    private record Place(BookmarkType type, WaddleId waddle) {
        static Place of(Bookmark bookmark) {
            return new Place(bookmark.type(), bookmark.waddle());
        }
    }
}
