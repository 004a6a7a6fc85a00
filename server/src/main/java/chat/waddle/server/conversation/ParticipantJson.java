package chat.waddle.server.conversation;

import chat.waddle.ids.UserId;
import chat.waddle.participant.Participant;
import java.time.Instant;

/// Somebody who takes part, as the others see them.
record ParticipantJson(
        UserId userId,
        String role,
        String status,
        boolean canSend,
        boolean canInvite,
        boolean canSeeHistory,
        Instant joinedAt) {
    static ParticipantJson of(Participant participant) {
        return new ParticipantJson(
                participant.user(),
                participant.role().code(),
                participant.status().code(),
                participant.canSend(),
                participant.canInvite(),
                participant.canSeeHistory(),
                participant.joinedAt());
    }
}
