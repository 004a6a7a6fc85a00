package chat.waddle.directory.waddle;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.Locale;
import java.util.Optional;

/// Takes a community one step through its life.
///
/// @param notDeletedBefore epoch milliseconds; a tombstone older than this does not come back
record MoveWaddle(WaddleId waddle, Transition transition, String reason, long notDeletedBefore, Origin origin)
        implements Change<WaddleOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<WaddleOutcome> apply(Applying applying) {
        WaddleSql sql = applying.sql(WaddleSql.class);
        Optional<Waddle> found = sql.find(waddle).map(WaddleSql.Row::waddle);
        if (found.isEmpty()) {
            return Applied.unchanged(new WaddleOutcome.Missing());
        }
        var deletedAt = found.get().deletedAt();
        boolean tooLate = deletedAt != null && deletedAt.toEpochMilli() < notDeletedBefore;
        if (!transition.allowedFrom(found.get().state()) || tooLate) {
            return Applied.unchanged(new WaddleOutcome.WrongState(found.get().state()));
        }
        long now = applying.now();
        String state = transition.to().name().toLowerCase(Locale.ROOT);
        sql.setState(waddle, state, reason, transition.to() == WaddleState.DELETED ? now : null, now);
        AuditTrail.append(
                applying, origin, AuditEvent.waddle(transition.action(), waddle).because(reason));
        Waddle moved = sql.find(waddle).orElseThrow().waddle();
        return Applied.<WaddleOutcome>changed(new WaddleOutcome.Changed(moved), 0, waddle.value())
                .then(() -> applying.invalidations().routeChanged(waddle));
    }
}
