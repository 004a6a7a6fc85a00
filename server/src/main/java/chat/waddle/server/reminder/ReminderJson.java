package chat.waddle.server.reminder;

import chat.waddle.directory.reminder.Reminder;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.WaddleId;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A reminder with its message, where there is one that its owner may see.
record ReminderJson(
        String id,
        @Nullable WaddleId waddleId,
        @Nullable MessageId messageId,
        String note,
        Instant dueAt,
        boolean due,
        @Nullable Instant firedAt,
        Instant createdAt,
        @JsonRawValue @Nullable String message) {
    /// @param message the message's JSON; null where there is none, or it is gone or hidden
    static ReminderJson of(Reminder reminder, Instant now, @Nullable String message) {
        return new ReminderJson(
                Long.toString(reminder.id()),
                reminder.waddle(),
                reminder.message(),
                reminder.note(),
                reminder.dueAt(),
                reminder.isDue(now),
                reminder.firedAt(),
                reminder.createdAt(),
                message);
    }
}
