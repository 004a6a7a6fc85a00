package chat.waddle.server.bookmark;

import chat.waddle.directory.bookmark.BookmarkTarget;
import chat.waddle.directory.bookmark.BookmarkType;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.waddle.WaddleGate;
import chat.waddle.sqlite.StorageException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks up messages and files that people point to from outside their waddles, asking each time whether they may still
/// be seen. Thread-safe.
public final class VisibleTargets {
    /// How many waddles one answer looks into, which may all have to be opened for it.
    static final int MOST_WADDLES = 8;

    private static final Logger LOG = LoggerFactory.getLogger(VisibleTargets.class);

    private final Map<BookmarkType, BookmarkTargets> targets;

    public VisibleTargets(WaddleGate gate) {
        targets = Map.of(BookmarkType.MESSAGE, new MessageTargets(gate), BookmarkType.FILE, new FileTargets(gate));
    }

    /// The first items of a list, up to the one that would be of one waddle too many.
    ///
    /// @param waddle the waddle that an item points to, or null
    public static <T> List<T> showable(List<T> items, Function<T, @Nullable WaddleId> waddle) {
        Set<WaddleId> waddles = new HashSet<>();
        return items.stream()
                .takeWhile(item -> {
                    WaddleId of = waddle.apply(item);
                    return of == null || !waddles.add(of) || waddles.size() <= MOST_WADDLES;
                })
                .toList();
    }

    /// Whether the target is there and may be seen.
    public boolean isVisible(UserId user, BookmarkTarget target) {
        return visible(user, Place.of(target), List.of(target.id())).containsKey(target.id());
    }

    private Map<Long, String> visible(UserId user, Place place, List<Long> ids) {
        return Objects.requireNonNull(targets.get(place.type())).visible(user, place.waddle(), ids);
    }

    /// The JSON of each target that is there and may be seen, each waddle asked once. One that cannot be read now takes
    /// nothing away but its own.
    public Map<BookmarkTarget, String> contents(UserId user, Collection<BookmarkTarget> wanted) {
        Map<BookmarkTarget, String> contents = new HashMap<>();
        wanted.stream()
                .collect(Collectors.groupingBy(Place::of, Collectors.mapping(BookmarkTarget::id, Collectors.toList())))
                .forEach((place, ids) -> readable(user, place, ids)
                        .forEach((id, json) ->
                                contents.put(new BookmarkTarget(place.type(), place.waddle(), id), json)));
        return contents;
    }

    private Map<Long, String> readable(UserId user, Place place, List<Long> ids) {
        try {
            return visible(user, place, ids);
        } catch (StorageException e) {
            LOG.atDebug().setCause(e).addKeyValue("waddle", place.waddle()).log("A waddle cannot be read now");
            return Map.of();
        }
    }

    private record Place(BookmarkType type, WaddleId waddle) {
        static Place of(BookmarkTarget target) {
            return new Place(target.type(), target.waddle());
        }
    }
}
