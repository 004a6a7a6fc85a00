package chat.waddle.directory.shard;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.command.Applied;

/// Writes down that a shard's file was checked and found sound.
record RecordCheck(ShardId shard) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        int known = applying.sql(ShardSql.class).checked(shard.value(), applying.now());
        return known == 0 ? Applied.unchanged(false) : Applied.changed(true, 0, 0);
    }
}
