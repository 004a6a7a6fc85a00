package chat.waddle.migrations;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a sweep would do, counted from the directory alone.
///
/// @param targetVersion the version every shard should have
/// @param shardsByVersion how many shards are recorded at which version
/// @param total all shards
/// @param pending those that a sweep would open
/// @param failedBefore those whose last migration failed; they are pending too
public record SweepPlan(
        int targetVersion, SortedMap<Integer, Long> shardsByVersion, long total, long pending, long failedBefore) {
    public SweepPlan {
        shardsByVersion = Collections.unmodifiableSortedMap(new TreeMap<>(shardsByVersion));
    }

    /// Shards recorded at a version this program does not know; it will refuse them.
    public long newer() {
        return shardsByVersion.tailMap(targetVersion + 1).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
