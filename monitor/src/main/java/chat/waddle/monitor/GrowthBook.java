package chat.waddle.monitor;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.Shards;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The growth of shards, fitted from the directory's history and kept until it gets a new point or is a day old.
/// Thread-safe.
public final class GrowthBook {
    private final Shards directory;
    private final Map<ShardId, Entry> known = new ConcurrentHashMap<>();

    public GrowthBook(Shards directory) {
        this.directory = directory;
    }

    private record Entry(Growth growth, Instant at) {}

    public Growth of(ShardRecord shard, Instant now) {
        if (shard.measuredAt() == null) {
            return Growth.UNKNOWN;
        }
        Entry entry = known.get(shard.shard());
        if (entry == null || now.isAfter(entry.at().plus(Growth.LEAST))) {
            entry = new Entry(
                    Growth.fit(directory.growth(shard.shard(), now.minus(Growth.WINDOW)), shard.usedBytes(), now), now);
            known.put(shard.shard(), entry);
        }
        return entry.growth();
    }

    void forget(ShardId shard) {
        known.remove(shard);
    }
}
