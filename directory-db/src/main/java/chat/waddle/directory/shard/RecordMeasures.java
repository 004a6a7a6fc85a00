package chat.waddle.directory.shard;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.Sizes;
import chat.waddle.sqlite.command.Applied;
import java.util.List;

/// Writes down what many shards hold; unknown shards are passed over.
///
/// @param keep true to make it a point of the shards' growth as well
/// @param forgetBefore epoch milliseconds; older points of these shards go
record RecordMeasures(List<ShardMeasure> measures, boolean keep, long forgetBefore) implements Change<Integer> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Integer> apply(Applying applying) {
        ShardSql sql = applying.sql(ShardSql.class);
        int known = 0;
        for (ShardMeasure measure : measures) {
            known += record(sql, measure, applying.now());
        }
        return known == 0 ? Applied.unchanged(0) : Applied.changed(known, 0, 0);
    }

    private int record(ShardSql sql, ShardMeasure measure, long now) {
        String shard = measure.shard().value();
        Sizes sizes = measure.sizes();
        int known = sql.measured(
                shard,
                sizes.usedBytes(),
                sizes.freeBytes(),
                sizes.walBytes(),
                sizes.fileBytes(),
                sizes.attachmentBytes(),
                measure.messageCount(),
                measure.lastSeq(),
                now);
        if (known == 0) {
            return 0;
        }
        sql.countMessages(shard, measure.messageCount());
        if (keep) {
            sql.remember(
                    shard, now, sizes.usedBytes(), sizes.fileBytes(), sizes.attachmentBytes(), measure.messageCount());
            if (sql.hasOldSizes(shard, forgetBefore)) {
                sql.forgetSizes(shard, forgetBefore);
            }
        }
        return 1;
    }
}
