package chat.waddle.directory.waddle;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;

/// Forgets a community for good: a tombstone past its time, or one whose file was never made. Its names become free.
///
/// @param deletedBefore epoch milliseconds; a younger tombstone stays
record RemoveWaddle(WaddleId waddle, long deletedBefore, Origin origin) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        WaddleSql sql = applying.sql(WaddleSql.class);
        Waddle found = sql.find(waddle).map(WaddleSql.Row::waddle).orElse(null);
        if (found == null) {
            return Applied.unchanged(false);
        }
        boolean expired = found.deletedAt() != null && found.deletedAt().toEpochMilli() < deletedBefore;
        if (!expired && found.state() != WaddleState.CREATING) {
            return Applied.unchanged(false);
        }
        sql.removeMembers(waddle);
        sql.removeInvites(waddle);
        sql.removeSizes(waddle);
        sql.removeShards(waddle);
        sql.freeNames(waddle);
        sql.remove(waddle);
        AuditTrail.append(applying, origin, AuditEvent.waddle("waddle.removed", waddle));
        return Applied.changed(true, 0, waddle.value())
                .then(() -> applying.invalidations().routeChanged(waddle));
    }
}
