package chat.waddle.message;

import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A message that a robot is still writing, in the open transaction.
///
/// @param interaction the question that it is to answer
/// @param sequence of the last piece; 0 before the first
/// @param last the last piece
/// @param activeAtMillis when the robot said something last
public record OpenStream(
        MessageId message,
        RobotId robot,
        @Nullable RobotInteractionId interaction,
        int sequence,
        String text,
        String last,
        long activeAtMillis) {
    /// After so long without a word a message has failed.
    public static final Duration SILENCE = Duration.ofSeconds(60);

    /// How many messages may be being written in a waddle.
    public static final int LIMIT = 200;

    public boolean isSilentAt(long nowMillis) {
        return activeAtMillis + SILENCE.toMillis() <= nowMillis;
    }
}
