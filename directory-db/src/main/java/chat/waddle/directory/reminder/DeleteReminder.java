package chat.waddle.directory.reminder;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Deletes a reminder of an account; answers false where it has no such one.
record DeleteReminder(UserId user, long id) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        ReminderSql sql = applying.sql(ReminderSql.class);
        if (sql.find(user, id).isEmpty()) {
            return Applied.unchanged(false);
        }
        return Applied.changed(sql.delete(user, id) == 1, 0, id);
    }
}
