package chat.waddle.server.desk;

import chat.waddle.ids.UserId;
import chat.waddle.participant.Participant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who takes part in a room of the support desk, or did.
record RoomParticipantJson(
        UserId userId,
        String role,
        String status,
        boolean canSendMessages,
        boolean canInviteOthers,
        boolean canSeeHistory,
        Instant joinedAt,
        @Nullable Instant leftAt) {
    static RoomParticipantJson of(Participant participant) {
        return new RoomParticipantJson(
                participant.user(),
                participant.role().code(),
                participant.status().code(),
                participant.canSend(),
                participant.canInvite(),
                participant.canSeeHistory(),
                participant.joinedAt(),
                participant.leftAt());
    }
}
