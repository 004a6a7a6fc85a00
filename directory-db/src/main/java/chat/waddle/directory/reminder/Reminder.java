package chat.waddle.directory.reminder;

import chat.waddle.ids.MessageId;
import chat.waddle.ids.WaddleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody wants to be reminded of, and when.
///
/// @param message null for a reminder that is only a note; then `waddle` is null as well
/// @param firedAt when the timer saw that it was due; null before
public record Reminder(
        long id,
        @Nullable WaddleId waddle,
        @Nullable MessageId message,
        String note,
        Instant dueAt,
        @Nullable Instant firedAt,
        Instant createdAt) {
    /// Whether its time has come, whatever any timer has done.
    public boolean isDue(Instant now) {
        return !dueAt.isAfter(now);
    }
}
