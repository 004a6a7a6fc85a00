package chat.waddle.server.http;

import java.time.Duration;

/// How often something may happen: `capacity` times at once, refilled evenly over `period`.
public record RateRule(long capacity, Duration period) {
    public RateRule {
        if (capacity < 1) {
            throw new IllegalArgumentException("A rate allows at least 1, not " + capacity);
        }
        if (period.compareTo(Duration.ofMillis(1)) < 0 || period.compareTo(Duration.ofDays(31)) > 0) {
            throw new IllegalArgumentException("The period of a rate lies between 1 ms and 31 d");
        }
    }
}
