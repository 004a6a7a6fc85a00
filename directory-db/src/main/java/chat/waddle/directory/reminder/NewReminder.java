package chat.waddle.directory.reminder;

import chat.waddle.ids.MessageId;
import chat.waddle.ids.WaddleId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A reminder to be made; exactly one of `dueAt` and `dueIn` is given.
///
/// @param message one the account may see, together with its waddle, or neither
/// @param note may be left out where there is a message
public record NewReminder(
        @Nullable WaddleId waddle,
        @Nullable MessageId message,
        @Nullable String note,
        @Nullable Instant dueAt,
        @Nullable Duration dueIn) {}
