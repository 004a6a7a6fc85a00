package chat.waddle.directory.shard;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.command.Applied;
import java.util.Locale;

/// Writes down how a shard's migration ended; nothing is written where that stands there already.
///
/// @param version the schema it has now, or -1 to leave what is known
record RecordMigration(ShardId shard, MigrationResult result, String detail, int version) implements Change<Boolean> {
    static final int UNKNOWN = -1;

    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        ShardSql sql = applying.sql(ShardSql.class);
        ShardRecord before = sql.find(shard.value()).orElse(null);
        if (before == null) {
            return Applied.unchanged(false);
        }
        int schema = version == UNKNOWN ? before.schemaVersion() : version;
        boolean same = before.migration() == result
                && before.migrationDetail().equals(detail)
                && before.schemaVersion() == schema;
        if (same) {
            return Applied.unchanged(true);
        }
        String outcome = result.name().toLowerCase(Locale.ROOT);
        sql.migrated(shard.value(), outcome, detail, schema, applying.now());
        return Applied.changed(true, 0, before.waddle().value());
    }
}
