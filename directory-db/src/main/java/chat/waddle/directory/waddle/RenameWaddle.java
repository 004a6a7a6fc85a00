package chat.waddle.directory.waddle;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.Map;
import java.util.Optional;

/// Gives a community another unique name; it is still found by its ten last ones.
record RenameWaddle(WaddleId waddle, String name, Origin origin) implements Change<WaddleOutcome> {
    private static final int OLD_NAMES_KEPT = 10;

    @Override
    public Applied<WaddleOutcome> apply(Applying applying) {
        WaddleSql sql = applying.sql(WaddleSql.class);
        Waddle before = sql.find(waddle).map(WaddleSql.Row::waddle).orElse(null);
        if (before == null || before.state() == WaddleState.DELETED) {
            return Applied.unchanged(new WaddleOutcome.Missing());
        }
        String key = WaddleNames.key(name);
        Optional<WaddleId> holder = sql.named(key);
        if (holder.isPresent() && !holder.get().equals(waddle)) {
            return Applied.unchanged(new WaddleOutcome.NameTaken());
        }
        if (name.equals(before.name())) {
            return Applied.unchanged(new WaddleOutcome.Changed(before));
        }
        long now = applying.now();
        sql.leaveName(WaddleNames.key(before.name()), waddle, now);
        if (sql.takeNameBack(key, waddle, now) == 0) {
            sql.takeName(key, waddle, now);
        }
        sql.rename(waddle, name, key, WaddleNames.searchKey(name, before.displayName()), now);
        sql.oldestNames(waddle, OLD_NAMES_KEPT).forEach(sql::freeName);
        AuditTrail.append(
                applying,
                origin,
                AuditEvent.waddle("waddle.renamed", waddle).with(Map.of("before", before.name(), "after", name)));
        Waddle renamed = sql.find(waddle).orElseThrow().waddle();
        return Applied.<WaddleOutcome>changed(new WaddleOutcome.Changed(renamed), 0, waddle.value())
                .then(() -> applying.invalidations().routeChanged(waddle));
    }
}
