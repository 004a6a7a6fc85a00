package chat.waddle.directory.waddle;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.Map;

/// Takes a name and a shard id for a community whose file is about to be made.
record ReserveWaddle(
        String name,
        String displayName,
        String description,
        boolean isPublic,
        UserId owner,
        ShardId shard,
        int ownedLimit,
        Origin origin)
        implements Change<ReserveOutcome> {
    @Override
    public Applied<ReserveOutcome> apply(Applying applying) {
        WaddleSql sql = applying.sql(WaddleSql.class);
        String key = WaddleNames.key(name);
        if (!sql.mayOwn(owner).orElse(false)) {
            return Applied.unchanged(new ReserveOutcome.NoSuchOwner());
        }
        if (sql.ownedBy(owner) >= ownedLimit) {
            return Applied.unchanged(new ReserveOutcome.TooMany(ownedLimit));
        }
        if (sql.named(key).isPresent()) {
            return Applied.unchanged(new ReserveOutcome.NameTaken());
        }
        WaddleId id = new WaddleId(applying.newId());
        long now = applying.now();
        String searchKey = WaddleNames.searchKey(name, displayName);
        sql.insert(id.value(), name, key, displayName, description, searchKey, owner, isPublic, shard.value(), now);
        sql.takeName(key, id, now);
        sql.insertShard(shard.value(), id, now);
        AuditTrail.append(
                applying, origin, AuditEvent.waddle("waddle.created", id).with(Map.of("name", name)));
        Waddle waddle = sql.find(id).orElseThrow().waddle();
        return Applied.<ReserveOutcome>changed(new ReserveOutcome.Reserved(waddle), 0, id.value())
                .then(() -> applying.invalidations().routeChanged(id));
    }
}
