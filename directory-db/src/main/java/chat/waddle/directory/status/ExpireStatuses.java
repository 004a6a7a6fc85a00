package chat.waddle.directory.status;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.command.Applied;
import java.util.List;

/// Clears statuses whose time is over, a bounded number at once.
///
/// It names no account: which ones are due is looked up where it is applied, so it cannot clear one that was replaced.
record ExpireStatuses(int limit) implements Change<Integer> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Integer> apply(Applying applying) {
        StatusSql sql = applying.sql(StatusSql.class);
        List<Long> due = sql.due(applying.now(), limit);
        if (due.isEmpty()) {
            return Applied.unchanged(0);
        }
        return Applied.changed(sql.expire(due, applying.now()), 0, 0);
    }
}
