package chat.waddle.directory.shard;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.Map;
import java.util.Optional;

/// Takes a shard out of service or puts it back; false when there is none or it already is so.
record SetShardState(ShardId shard, boolean quarantined, String reason, Origin origin) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        ShardSql sql = applying.sql(ShardSql.class);
        Optional<ShardRecord> found = sql.find(shard.value());
        if (found.isEmpty() || (found.get().state() == ShardState.QUARANTINED) == quarantined) {
            return Applied.unchanged(false);
        }
        WaddleId waddle = found.get().waddle();
        sql.setState(shard.value(), quarantined ? "quarantined" : "active", quarantined ? reason : "");
        String action = quarantined ? "shard.quarantined" : "shard.released";
        AuditTrail.append(applying, origin, new AuditEvent(action, "shard", shard.value(), waddle, Map.of(), reason));
        return Applied.changed(true, 0, waddle.value())
                .then(() -> applying.invalidations().routeChanged(waddle));
    }
}
