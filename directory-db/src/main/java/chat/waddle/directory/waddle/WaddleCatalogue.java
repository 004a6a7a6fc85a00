package chat.waddle.directory.waddle;

import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.ids.WaddleId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds communities: by id, by a name they have or had, in the public list, by member. Thread-safe.
public final class WaddleCatalogue {
    private static final int PAGE_LIMIT = 100;
    private static final int IDS_AT_ONCE = 500;
    private static final int QUERY_LENGTH = 100;

    private final DirectoryStore store;
    private final RouteCache cache;

    public WaddleCatalogue(DirectoryStore store, RouteCache cache) {
        this.store = store;
        this.cache = cache;
    }

    /// Where the requests of a community go; from memory when it was asked for before.
    ///
    /// @param idOrName decimal digits are an id, everything else a name, in any case of letters, old ones included
    public Optional<Route> route(String idOrName) {
        return idOf(idOrName).flatMap(this::route);
    }

    public Optional<Route> route(WaddleId waddle) {
        Route known = cache.get(waddle);
        if (known != null) {
            return Optional.of(known);
        }
        long position = cache.position();
        Optional<Route> route = store.read(session -> Route.find(session, waddle));
        route.ifPresent(found -> cache.remember(found, position));
        return route;
    }

    private Optional<WaddleId> idOf(String idOrName) {
        if (WaddleNames.looksLikeId(idOrName)) {
            return parseId(idOrName);
        }
        if (idOrName.length() > 50) {
            return Optional.empty();
        }
        String key = WaddleNames.key(idOrName);
        WaddleId known = cache.named(key);
        if (known != null) {
            return Optional.of(known);
        }
        long position = cache.position();
        Optional<WaddleId> found =
                store.read(session -> session.sql(WaddleSql.class).named(key));
        found.ifPresent(waddle -> cache.remember(key, waddle, position));
        return found;
    }

    private static Optional<WaddleId> parseId(String digits) {
        try {
            return Optional.of(new WaddleId(Long.parseLong(digits)));
        } catch (NumberFormatException e) {
            return Optional.empty(); // 19 digits may still be too large
        }
    }

    /// The whole entry, deleted communities included.
    public Optional<Waddle> find(WaddleId waddle) {
        return store.read(session -> session.sql(WaddleSql.class).find(waddle)).map(WaddleSql.Row::waddle);
    }

    public Optional<Waddle> find(String idOrName) {
        return idOf(idOrName).flatMap(this::find);
    }

    /// Many entries at once; unknown ids are missing.
    public Map<WaddleId, Waddle> findAll(Collection<WaddleId> waddles) {
        Map<WaddleId, Waddle> found = new HashMap<>();
        List<Long> ids = waddles.stream().map(WaddleId::value).distinct().toList();
        for (int from = 0; from < ids.size(); from += IDS_AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_ONCE));
            waddles(store.read(session -> session.sql(WaddleSql.class).all(some)))
                    .forEach(waddle -> found.put(waddle.id(), waddle));
        }
        return found;
    }

    /// A page of the public, active communities, largest first.
    ///
    /// @param query what the name or display name must contain, in any case of letters; empty for all
    /// @param after the last entry of the page before, or null
    public List<Waddle> listPublic(String query, @Nullable PublicCursor after, int limit) {
        if (query.length() > QUERY_LENGTH) {
            return List.of();
        }
        PublicCursor from = after == null ? new PublicCursor(Long.MAX_VALUE, new WaddleId(0)) : after;
        String part = query.strip().toLowerCase(Locale.ROOT);
        int rows = Math.clamp(limit, 1, PAGE_LIMIT);
        return waddles(store.read(session -> session.sql(WaddleSql.class)
                .listPublic(part, from.memberCount(), from.waddle().value(), rows)));
    }

    /// Reserved communities whose file was not ready at that time.
    public List<Waddle> unfinished(Instant reservedBefore, int limit) {
        long before = reservedBefore.toEpochMilli();
        return waddles(store.read(session -> session.sql(WaddleSql.class).unfinished(before, limit)));
    }

    /// Deleted communities, longest ago first.
    public List<Waddle> tombstones(Instant deletedBefore, int limit) {
        long before = deletedBefore.toEpochMilli();
        return waddles(store.read(session -> session.sql(WaddleSql.class).tombstones(before, limit)));
    }

    private static List<Waddle> waddles(List<WaddleSql.Row> rows) {
        return rows.stream().map(WaddleSql.Row::waddle).toList();
    }
}
