package chat.waddle.server.reminder;

import chat.waddle.ids.MessageId;
import chat.waddle.ids.WaddleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What clients send.
final class ReminderRequests {
    private ReminderRequests() {}

    /// A note, or a message with its waddle, or both; exactly one of `dueAt` and `dueInSeconds`.
    record CreateReminder(
            @Nullable WaddleId waddleId,
            @Nullable MessageId messageId,
            @Nullable String note,
            @Nullable Instant dueAt,
            @Nullable Long dueInSeconds) {}
}
