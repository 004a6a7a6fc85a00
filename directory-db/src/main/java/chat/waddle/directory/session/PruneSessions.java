package chat.waddle.directory.session;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.command.Applied;

/// Deletes sign-ins that expired some time ago, a few at a time.
record PruneSessions(long expiredBefore, int limit) implements Change<Integer> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Integer> apply(Applying applying) {
        SessionSql sql = applying.sql(SessionSql.class);
        if (sql.prunable(expiredBefore, 1) == 0) {
            return Applied.unchanged(0);
        }
        return Applied.changed(sql.prune(expiredBefore, limit), 0, 0);
    }
}
