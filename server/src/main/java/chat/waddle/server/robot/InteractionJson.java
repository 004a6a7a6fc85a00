package chat.waddle.server.robot;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.ids.UserId;
import chat.waddle.robot.InteractionStatus;
import chat.waddle.robot.RobotInteraction;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question to a robot.
///
/// @param leaseId only for whoever works for the robot, while somebody holds the question
record InteractionJson(
        RobotInteractionId id,
        RobotId robotId,
        ChannelId channelId,
        MessageId messageId,
        UserId askedBy,
        String status,
        @JsonRawValue String request,
        @JsonRawValue @Nullable String observation,
        @JsonRawValue @Nullable String response,
        @Nullable String error,
        int tries,
        @Nullable String leaseId,
        @Nullable Instant leasedUntil,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant completedAt,
        @Nullable MessageId replyId) {
    /// @param working whether it is for whoever works for the robot
    static InteractionJson of(RobotInteraction asked, boolean working) {
        boolean held = working && asked.status() == InteractionStatus.PROCESSING && asked.lease() != null;
        return new InteractionJson(
                asked.id(),
                asked.robot(),
                asked.channel(),
                asked.message(),
                asked.askedBy(),
                asked.status().code(),
                asked.request(),
                asked.observation(),
                asked.response(),
                asked.error(),
                asked.tries(),
                held ? String.valueOf(asked.lease()) : null,
                asked.leasedUntil(),
                IdClock.timeOf(asked.id()),
                asked.startedAt(),
                asked.completedAt(),
                asked.reply());
    }

    /// Without what was asked and answered: for who may know only that it waits, or was answered.
    InteractionJson unread() {
        return new InteractionJson(
                id,
                robotId,
                channelId,
                messageId,
                askedBy,
                status,
                "{}",
                null,
                null,
                error,
                tries,
                null,
                leasedUntil,
                createdAt,
                startedAt,
                completedAt,
                null);
    }
}
