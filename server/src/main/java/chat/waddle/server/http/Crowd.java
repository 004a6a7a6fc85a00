package chat.waddle.server.http;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;

/// Bounds how many requests of one caller are in work at once, so that nobody takes all places alone. Thread-safe.
final class Crowd {
    /// A quarter of what the larger lanes hold.
    static final int MOST = 128;

    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final ConcurrentHashMap<Object, Integer> present = new ConcurrentHashMap<>();

    /// Throws [Problem.TooManyRequests] if the caller has too many in work; else [#leave] must follow.
    void enter(Object caller) {
        if (present.merge(caller, 1, Integer::sum) > MOST) {
            leave(caller);
            throw new Problem.TooManyRequests(
                            "too_many_at_once", "Wait for answers before you ask for more.", COME_BACK)
                    .asException();
        }
    }

    void leave(Object caller) {
        present.computeIfPresent(caller, (_, count) -> count == 1 ? null : count - 1);
    }
}
