package chat.waddle.directory.waddle;

import chat.waddle.ids.WaddleId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Remembers where communities' requests go and which names lead to them.
///
/// What was looked up while a commit changed any route is not remembered: a commit first counts up and then removes,
/// and remembering asks the count under the key's own lock. Thread-safe.
public final class RouteCache {
    private static final long ROUTES_LIMIT = 50_000;

    private final Cache<WaddleId, Route> routes =
            Caffeine.newBuilder().maximumSize(ROUTES_LIMIT).build();
    private final Cache<String, WaddleId> names =
            Caffeine.newBuilder().maximumSize(ROUTES_LIMIT).build();
    private final AtomicLong changes = new AtomicLong();

    @Nullable
    Route get(WaddleId waddle) {
        return routes.getIfPresent(waddle);
    }

    @Nullable
    WaddleId named(String key) {
        return names.getIfPresent(key);
    }

    /// To be asked before looking something up in the file.
    long position() {
        return changes.get();
    }

    void remember(Route route, long position) {
        routes.asMap().compute(route.waddle(), (_, before) -> changes.get() == position ? route : before);
    }

    void remember(String key, WaddleId waddle, long position) {
        names.asMap().compute(key, (_, before) -> changes.get() == position ? waddle : before);
    }

    /// Goes through all names: entries change too seldom for a second index by community.
    public void forget(WaddleId waddle) {
        changes.incrementAndGet();
        routes.invalidate(waddle);
        names.asMap().values().removeIf(waddle::equals);
    }

    public void forgetAll() {
        changes.incrementAndGet();
        routes.invalidateAll();
        names.invalidateAll();
    }
}
