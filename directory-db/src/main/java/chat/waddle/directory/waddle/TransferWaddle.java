package chat.waddle.directory.waddle;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.Map;

/// Writes down a community's new owner; that it is a member there, the shard has seen to.
record TransferWaddle(WaddleId waddle, UserId owner, Origin origin) implements Change<WaddleOutcome> {
    @Override
    public Applied<WaddleOutcome> apply(Applying applying) {
        WaddleSql sql = applying.sql(WaddleSql.class);
        Waddle before = sql.find(waddle).map(WaddleSql.Row::waddle).orElse(null);
        if (before == null || before.state() == WaddleState.DELETED) {
            return Applied.unchanged(new WaddleOutcome.Missing());
        }
        if (!sql.mayOwn(owner).orElse(false)) {
            return Applied.unchanged(new WaddleOutcome.NoSuchOwner());
        }
        if (before.owner().equals(owner)) {
            return Applied.unchanged(new WaddleOutcome.Changed(before));
        }
        sql.setOwner(waddle, owner, applying.now());
        AuditTrail.append(
                applying,
                origin,
                AuditEvent.waddle("waddle.transferred", waddle)
                        .with(Map.of("before", before.owner().toString(), "after", owner.toString())));
        Waddle changed = sql.find(waddle).orElseThrow().waddle();
        return Applied.<WaddleOutcome>changed(new WaddleOutcome.Changed(changed), 0, waddle.value())
                .then(() -> applying.invalidations().routeChanged(waddle));
    }
}
