package chat.waddle.robot;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question to a robot about one message, and what came of it. Immutable.
///
/// @param request what the one who asks gives the robot, a JSON object
/// @param observation what was seen beside it, a JSON object
/// @param response what the robot gives beside its message, a JSON object
/// @param tries how often somebody took it
/// @param lease whoever gives this number holds the question
/// @param leasedUntil from then on somebody else may take it
/// @param startedAt when it was taken last
/// @param reply the message that answers it
public record RobotInteraction(
        RobotInteractionId id,
        RobotId robot,
        ChannelId channel,
        MessageId message,
        UserId askedBy,
        String request,
        @Nullable String observation,
        @Nullable String response,
        InteractionStatus status,
        @Nullable String error,
        int tries,
        @Nullable Long lease,
        @Nullable Instant leasedUntil,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable MessageId reply) {
    public static final int ERROR_LIMIT = 512;

    /// After so many leases that ended without a word there will be no answer.
    public static final int TRIES_LIMIT = 3;

    /// A question that nobody took for so long will not be answered.
    public static final Duration PATIENCE = Duration.ofDays(1);

    public static final int USUAL_LEASE_SECONDS = 60;

    boolean isHeldBy(long number) {
        return lease != null && lease == number;
    }
}
