package chat.waddle.shard;

import chat.waddle.sqlite.Sizes;

/// What a shard holds at one moment.
///
/// @param messageCount messages that are not deleted
/// @param seq its commit sequence
public record ShardFigures(Sizes sizes, long messageCount, long seq) {}
