package chat.waddle.directory.waddle;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Changes parts of a community's entry.
record PatchWaddle(WaddleId waddle, WaddlePatch patch, Origin origin) implements Change<WaddleOutcome> {
    @Override
    public Applied<WaddleOutcome> apply(Applying applying) {
        WaddleSql sql = applying.sql(WaddleSql.class);
        Waddle before = sql.find(waddle).map(WaddleSql.Row::waddle).orElse(null);
        if (before == null || before.state() == WaddleState.DELETED) {
            return Applied.unchanged(new WaddleOutcome.Missing());
        }
        String displayName = Objects.requireNonNullElse(patch.displayName(), before.displayName());
        sql.patch(
                waddle,
                displayName,
                WaddleNames.searchKey(before.name(), displayName),
                Objects.requireNonNullElse(patch.description(), before.description()),
                picture(patch.iconUrl(), before.iconUrl()),
                picture(patch.bannerUrl(), before.bannerUrl()),
                Objects.requireNonNullElse(patch.isPublic(), before.isPublic()),
                Feature.json(patch.features() == null ? before.features() : patch.features()),
                Objects.requireNonNullElse(patch.isVerified(), before.isVerified()),
                applying.now());
        AuditTrail.append(
                applying, origin, AuditEvent.waddle("waddle.changed", waddle).with(changes()));
        Waddle changed = sql.find(waddle).orElseThrow().waddle();
        return Applied.<WaddleOutcome>changed(new WaddleOutcome.Changed(changed), 0, waddle.value())
                .then(() -> applying.invalidations().routeChanged(waddle));
    }

    private static @Nullable String picture(@Nullable String wanted, @Nullable String before) {
        if (wanted == null) {
            return before;
        }
        return wanted.isEmpty() ? null : wanted;
    }

    private Map<String, String> changes() {
        Map<String, String> changes = new TreeMap<>();
        note(changes, "displayName", patch.displayName());
        note(changes, "description", patch.description());
        note(changes, "iconUrl", patch.iconUrl());
        note(changes, "bannerUrl", patch.bannerUrl());
        note(changes, "isPublic", patch.isPublic());
        note(changes, "features", patch.features());
        note(changes, "isVerified", patch.isVerified());
        return changes;
    }

    private static void note(Map<String, String> changes, String field, @Nullable Object value) {
        if (value != null) {
            changes.put(field, value.toString());
        }
    }
}
