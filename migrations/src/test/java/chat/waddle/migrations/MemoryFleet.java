package chat.waddle.migrations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;

/// A fleet whose directory is a map and whose shards are numbers; shards in `broken` cannot be migrated.
final class MemoryFleet implements Fleet {
    static final int TARGET = 3;

    final NavigableMap<String, FleetShard> directory = new ConcurrentSkipListMap<>();
    final Map<String, Integer> files = new ConcurrentHashMap<>();
    final Map<String, RuntimeException> broken = new ConcurrentHashMap<>();
    final List<String> opened = new ArrayList<>();
    final Set<String> busyAtOnce = new HashSet<>();
    int mostAtOnce;
    Consumer<String> onOpen = shardId -> {};

    static String id(int number) {
        return "s%05d".formatted(number);
    }

    /// A fleet of this many shards, all at one version.
    static MemoryFleet of(int shards, int version) {
        MemoryFleet fleet = new MemoryFleet();
        for (int i = 0; i < shards; i++) {
            fleet.put(id(i), version);
        }
        return fleet;
    }

    void put(String shardId, int version) {
        directory.put(shardId, new FleetShard(shardId, version, false));
        files.put(shardId, version);
    }

    @Override
    public List<FleetShard> pageAfter(String afterShardId, int limit) {
        return directory.tailMap(afterShardId, false).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public ShardOutcome migrate(String shardId) {
        synchronized (opened) {
            opened.add(shardId);
            busyAtOnce.add(shardId);
            mostAtOnce = Math.max(mostAtOnce, busyAtOnce.size());
        }
        try {
            onOpen.accept(shardId);
            RuntimeException damage = broken.get(shardId);
            if (damage != null) {
                throw damage;
            }
            int before = files.getOrDefault(shardId, 0);
            files.put(shardId, TARGET);
            return before == TARGET ? new ShardOutcome.Current(TARGET) : new ShardOutcome.Migrated(before, TARGET);
        } finally {
            synchronized (opened) {
                busyAtOnce.remove(shardId);
            }
        }
    }

    @Override
    public void record(String shardId, ShardOutcome outcome) {
        directory.computeIfPresent(shardId, (id, shard) -> switch (outcome) {
            case ShardOutcome.Current(int version) -> new FleetShard(id, version, false);
            case ShardOutcome.Migrated(var _, int version) -> new FleetShard(id, version, false);
            case ShardOutcome.Failed(var _) -> new FleetShard(id, shard.recordedVersion(), true);
        });
    }
}
