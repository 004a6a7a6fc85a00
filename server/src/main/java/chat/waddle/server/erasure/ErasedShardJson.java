package chat.waddle.server.erasure;

import chat.waddle.directory.erasure.ErasedShard;
import org.jspecify.annotations.Nullable;

/// What an erasure did to one file. `waitingFor` is null once it is done; `rewritten` says that no page of the file is
/// older than the erasure.
record ErasedShardJson(
        String shardId,
        String waddleId,
        @Nullable String waitingFor,
        int messages,
        int reactions,
        int files,
        int auditEntries,
        int commands,
        boolean rewritten) {
    static ErasedShardJson of(ErasedShard shard) {
        return new ErasedShardJson(
                shard.shard().value(),
                Long.toString(shard.waddle().value()),
                shard.done() ? null : shard.detail(),
                shard.messages(),
                shard.reactions(),
                shard.files(),
                shard.auditLines(),
                shard.recordedCommands(),
                shard.rewritten());
    }
}
