package chat.waddle.server.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// Counts what each subject has used of each [RateLimit], in memory, for this process. Thread-safe.
///
/// A subject nobody heard of for two periods is forgotten, which gives away nothing: its bucket would
/// be full again. At most [#SUBJECTS] are remembered.
final class RateLimiter {
    /// How many subjects are remembered per limiter.
    static final long SUBJECTS = 100_000;

    private final Map<RateLimit, Limiter> limiters = new EnumMap<>(RateLimit.class);

    /// `nanoClock` counts nanoseconds from anywhere, as `System::nanoTime` does.
    RateLimiter(Map<RateLimit, RateRule> overrides, LongSupplier nanoClock) {
        for (RateLimit limit : RateLimit.values()) {
            limiters.put(limit, new Limiter(overrides.getOrDefault(limit, limit.rule()), nanoClock));
        }
    }

    /// Whether the subject has nothing left. Takes nothing and remembers nobody.
    boolean isSpent(RateLimit limit, Object subject) {
        Bucket bucket = limiter(limit).buckets.getIfPresent(subject);
        return bucket != null && bucket.getAvailableTokens() == 0;
    }

    /// Takes one permit of the subject's allowance, if there is one.
    Verdict take(RateLimit limit, Object subject) {
        Limiter limiter = limiter(limit);
        ConsumptionProbe probe = limiter.bucket(subject).tryConsumeAndReturnRemaining(1);
        return new Verdict(
                probe.isConsumed(),
                limiter.rule.capacity(),
                probe.getRemainingTokens(),
                probe.getNanosToWaitForReset(),
                probe.getNanosToWaitForRefill());
    }

    private Limiter limiter(RateLimit limit) {
        Limiter limiter = limiters.get(limit);
        if (limiter == null) {
            throw new IllegalStateException("No limiter for " + limit);
        }
        return limiter;
    }

    /// The answer to one request: whether it may pass and what is left; `resetNanos` until the allowance is whole
    /// again, `waitNanos` until the next request would pass.
    record Verdict(boolean passes, long capacity, long remaining, long resetNanos, long waitNanos) {
        Duration waitFor() {
            return Duration.ofNanos(waitNanos);
        }

        long resetSeconds() {
            return (resetNanos + 999_999_999L) / 1_000_000_000L;
        }
    }

    private static final class Limiter {
        private final RateRule rule;
        private final Bandwidth bandwidth;
        private final TimeMeter meter;
        private final Cache<Object, Bucket> buckets;

        Limiter(RateRule rule, LongSupplier nanoClock) {
            this.rule = rule;
            this.bandwidth = Bandwidth.builder()
                    .capacity(rule.capacity())
                    .refillGreedy(rule.capacity(), rule.period())
                    .build();
            this.meter = new NanoMeter(nanoClock);
            this.buckets = Caffeine.newBuilder()
                    .maximumSize(SUBJECTS)
                    .expireAfterAccess(rule.period().multipliedBy(2))
                    .ticker(nanoClock::getAsLong)
                    .build();
        }

        Bucket bucket(Object subject) {
            return buckets.get(
                    subject,
                    _ -> Bucket.builder()
                            .addLimit(bandwidth)
                            .withCustomTimePrecision(meter)
                            .build());
        }
    }

    private record NanoMeter(LongSupplier nanoClock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return nanoClock.getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
