package chat.waddle.migrations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Spaces out the starts of shards evenly. For one thread. A clock that jumps back costs at most one interval.
final class Throttle {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Duration interval;
    private final InstantSource clock;
    private final Waiter waiter;
    private Instant nextStart = Instant.MIN;

    Throttle(double maxPerSecond, InstantSource clock, Waiter waiter) {
        this.interval = Duration.ofNanos((long) (NANOS_PER_SECOND / maxPerSecond));
        this.clock = clock;
        this.waiter = waiter;
    }

    void awaitTurn() throws InterruptedException {
        if (interval.isZero()) {
            return;
        }
        Instant now = clock.instant();
        if (now.isBefore(nextStart)) {
            Duration left = Duration.between(now, nextStart);
            waiter.pause(left.compareTo(interval) < 0 ? left : interval);
            now = clock.instant();
        }
        nextStart = now.plus(interval);
    }
}
