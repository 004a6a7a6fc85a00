package chat.waddle.monitor;

import java.time.Duration;

/// When a shard will be full if it goes on as it did.
public sealed interface Forecast {
    /// The history is too short to say anything.
    ///
    /// @param known how long it is
    record TooEarly(Duration known) implements Forecast {}

    /// It does not grow.
    record NotGrowing() implements Forecast {}

    /// It will be full after this time; zero when it is already.
    record FullAfter(Duration left) implements Forecast {
        public double days() {
            return left.toMillis() / 86_400_000.0;
        }
    }
}
