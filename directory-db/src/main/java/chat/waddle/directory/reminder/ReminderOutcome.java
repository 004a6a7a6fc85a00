package chat.waddle.directory.reminder;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of making a reminder.
public sealed interface ReminderOutcome {
    record Created(Reminder reminder) implements ReminderOutcome {}

    record Invalid(List<FieldProblem> problems) implements ReminderOutcome {}

    /// The account has as many as it may have, those that are past included.
    record Full(int limit) implements ReminderOutcome {}

    /// The account is gone.
    record Missing() implements ReminderOutcome {}
}
