package chat.waddle.directory.reminder;

import chat.waddle.directory.field.FieldProblem;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a reminder.
record CreateReminder(
        UserId user, @Nullable WaddleId waddle, @Nullable MessageId message, String note, long dueAt)
        implements Change<ReminderOutcome> {
    static final int LIMIT = 1_000;
    static final FieldProblem IN_THE_PAST = new FieldProblem("dueAt", "in_the_past", "Must lie in the future.");

    @Override
    public Applied<ReminderOutcome> apply(Applying applying) {
        ReminderSql sql = applying.sql(ReminderSql.class);
        if (!sql.accountExists(user)) {
            return Applied.unchanged(new ReminderOutcome.Missing());
        }
        if (dueAt <= applying.now()) {
            return Applied.unchanged(new ReminderOutcome.Invalid(List.of(IN_THE_PAST)));
        }
        if (sql.count(user) >= LIMIT) {
            return Applied.unchanged(new ReminderOutcome.Full(LIMIT));
        }
        long id = applying.newId();
        sql.insert(id, user, waddle, message, note, dueAt, applying.now());
        return Applied.changed(new ReminderOutcome.Created(sql.find(user, id).orElseThrow()), 0, id);
    }
}
