package chat.waddle.monitor;

import java.time.Duration;

/// How the monitor goes about it.
///
/// @param opensPerTick closed shards opened to be measured in one tick
/// @param checksPerTick shards checked in one tick
/// @param checkBytesPerTick after this many bytes no further check is begun in a tick
/// @param checkEvery how often each shard is checked
/// @param checkDeadline the longest one check may take
/// @param pointEvery the distance of the points of a shard's growth
/// @param careEvery how often an open shard is optimized and its expired messages are erased
/// @param erasedAtOnce messages erased in one commit
/// @param erasuresPerVisit commits of erasures per shard and tick
public record MonitorSettings(
        int opensPerTick,
        int checksPerTick,
        long checkBytesPerTick,
        Duration checkEvery,
        Duration checkDeadline,
        Duration pointEvery,
        Duration careEvery,
        int erasedAtOnce,
        int erasuresPerVisit) {
    public static final MonitorSettings USUAL = new MonitorSettings(
            500,
            20,
            1L << 30,
            Duration.ofDays(7),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(6),
            500,
            20);

    public MonitorSettings {
        if (opensPerTick < 1 || checksPerTick < 0 || erasedAtOnce < 1 || erasuresPerVisit < 1) {
            throw new IllegalArgumentException("the budgets of a tick must be positive");
        }
    }
}
