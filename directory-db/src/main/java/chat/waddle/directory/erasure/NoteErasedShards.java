package chat.waddle.directory.erasure;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.command.Applied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Notes what an erasure did to some files, and how far it came among all of them.
///
/// @param nextShard files with ids up to this one have been asked; null where that did not change
/// @param seen how many files were asked since the last note
record NoteErasedShards(
        long erasure, List<ErasedShard> shards, @Nullable String nextShard, int seen) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        ErasureSql sql = applying.sql(ErasureSql.class);
        for (ErasedShard shard : shards) {
            sql.putShard(
                    erasure,
                    shard.shard().value(),
                    shard.waddle(),
                    shard.done(),
                    shard.detail(),
                    shard.messages(),
                    shard.reactions(),
                    shard.files(),
                    shard.auditLines(),
                    shard.recordedCommands(),
                    shard.rewritten());
        }
        if (nextShard != null) {
            sql.advance(erasure, nextShard, seen);
        }
        return Applied.changed(true, 0, erasure);
    }
}
