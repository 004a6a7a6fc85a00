package chat.waddle.directory.reminder;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.sqlite.command.Applied;
import java.util.List;

/// Marks reminders whose time has come, a bounded number at once; each is marked exactly once.
record FireReminders(int limit) implements Change<Integer> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Integer> apply(Applying applying) {
        ReminderSql sql = applying.sql(ReminderSql.class);
        List<Long> due = sql.due(applying.now(), limit);
        return due.isEmpty() ? Applied.unchanged(0) : Applied.changed(sql.fire(due, applying.now()), 0, 0);
    }
}
