package chat.waddle.migrations;

/// How a sweep goes about it.
///
/// @param canaries shards migrated first, one by one; if one of them fails, no other is touched. 0 for none
/// @param concurrency shards migrated at the same time afterwards, 1 to 64
/// @param maxShardsPerSecond brake for a live server; `Double.POSITIVE_INFINITY` for none
/// @param pageSize shards fetched from the directory at a time, 1 to 10,000
/// @param verify open also the shards that are recorded as current
public record SweepOptions(int canaries, int concurrency, double maxShardsPerSecond, int pageSize, boolean verify) {
    /// One canary, two shards at a time, no brake, recorded versions trusted.
    public static final SweepOptions DEFAULT = new SweepOptions(1, 8, Double.POSITIVE_INFINITY, 500, false);

    public SweepOptions {
        requireRange("canaries", canaries, 0, 1_000);
        requireRange("concurrency", concurrency, 1, 64);
        requireRange("pageSize", pageSize, 1, 10_000);
        if (!(maxShardsPerSecond > 0)) {
            throw new IllegalArgumentException("maxShardsPerSecond must be above 0, not " + maxShardsPerSecond);
        }
    }

    public SweepOptions withCanaries(int count) {
        return new SweepOptions(count, concurrency, maxShardsPerSecond, pageSize, verify);
    }

    public SweepOptions withConcurrency(int count) {
        return new SweepOptions(canaries, count, maxShardsPerSecond, pageSize, verify);
    }

    public SweepOptions withMaxShardsPerSecond(double rate) {
        return new SweepOptions(canaries, concurrency, rate, pageSize, verify);
    }

    public SweepOptions withVerify(boolean wanted) {
        return new SweepOptions(canaries, concurrency, maxShardsPerSecond, pageSize, wanted);
    }

    private static void requireRange(String name, int value, int lowest, int highest) {
        if (value < lowest || value > highest) {
            throw new IllegalArgumentException(name + " must be " + lowest + " to " + highest + ", not " + value);
        }
    }
}
