package chat.waddle.directory.shard;

import chat.waddle.sqlite.Sizes;

/// What one shard was found to hold.
///
/// @param lastSeq its commit sequence at that moment
public record ShardMeasure(ShardId shard, Sizes sizes, long messageCount, long lastSeq) {}
