package chat.waddle.server.http;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Bounds how many requests of each [Lane] are in work at once; who finds no place is told to come back. Thread-safe.
final class Admission {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final Map<Lane, Semaphore> lanes = new EnumMap<>(Lane.class);

    Admission(Map<Lane, Integer> places) {
        for (Lane lane : Lane.values()) {
            lanes.put(lane, new Semaphore(places.getOrDefault(lane, lane.places())));
        }
    }

    /// Does the work in a place of the lane. Throws [Problem.Unavailable] if there is none.
    <T> T within(Lane lane, Callable<T> work) throws Exception {
        Semaphore place = enter(lane);
        try {
            return work.call();
        } finally {
            place.release();
        }
    }

    /// The same for work of which a rest may go on when it returns; the place is left when that is done.
    @Nullable
    CompletableFuture<?> withinToTheEnd(Lane lane, Callable<@Nullable CompletableFuture<?>> work) throws Exception {
        Semaphore place = enter(lane);
        CompletableFuture<?> rest = null;
        try {
            rest = work.call();
        } finally {
            if (rest == null) {
                place.release();
            }
        }
        return rest == null ? null : rest.whenComplete((_, _) -> place.release());
    }

    private Semaphore enter(Lane lane) {
        Semaphore places = lanes.get(lane);
        if (places == null || !places.tryAcquire()) {
            throw new Problem.Unavailable("overloaded", "The server has its hands full; try again shortly.", COME_BACK)
                    .asException();
        }
        return places;
    }
}
