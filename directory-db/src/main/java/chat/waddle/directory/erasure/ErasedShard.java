package chat.waddle.directory.erasure;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.ids.WaddleId;

/// What an erasure did to one file, or why it has to wait there.
///
/// @param detail what it waits for; empty when it is done
/// @param rewritten whether every page of the file was written anew
public record ErasedShard(
        ShardId shard,
        WaddleId waddle,
        boolean done,
        String detail,
        int messages,
        int reactions,
        int files,
        int auditLines,
        int recordedCommands,
        boolean rewritten) {
    /// Begun, or put off.
    public static ErasedShard waiting(ShardId shard, WaddleId waddle, String why) {
        return new ErasedShard(shard, waddle, false, why, 0, 0, 0, 0, 0, false);
    }
}
