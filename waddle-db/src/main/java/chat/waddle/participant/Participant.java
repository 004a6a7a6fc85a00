package chat.waddle.participant;

import chat.waddle.community.Access;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who takes part in a room, or did. Immutable.
///
/// @param member the small number in the file
/// @param canSend false for somebody who only reads
/// @param canSeeHistory false where nothing from before the stay may be read
/// @param joinedAt the beginning of the newest stay
/// @param leftAt its end, or null while it lasts
public record Participant(
        int member,
        UserId user,
        ParticipantRole role,
        ParticipantStatus status,
        boolean canSend,
        boolean canInvite,
        boolean canSeeHistory,
        Instant joinedAt,
        @Nullable Instant leftAt) {

    /// The bits of [chat.waddle.community.Permission] that hold for them in the room.
    long permissions() {
        if (!status.isPresent()) {
            return 0;
        }
        return role.permissions(canSend && status == ParticipantStatus.ACTIVE, canSeeHistory);
    }

    /// True when the stay in the room is part of the member's present stay in the file: who left the waddle and came
    /// back takes part in no room any more.
    boolean isOf(Access access) {
        return joinedAt.toEpochMilli() >= access.joinedAtMillis();
    }
}
