package chat.waddle.migrations;

import java.util.List;

/// All shards of a server, as the sweep needs them. Implemented where directory and shards meet. Thread-safe.
public interface Fleet {
    /// Up to `limit` shards in id order behind `afterShardId` (empty for the first page); fewer mean the end.
    List<FleetShard> pageAfter(String afterShardId, int limit);

    /// Opens the shard, which migrates it, and says how that went. Blocks. An exception counts as `Failed`.
    ShardOutcome migrate(String shardId);

    /// Stores the outcome in the directory, so that the next sweep goes on from here.
    void record(String shardId, ShardOutcome outcome);
}
