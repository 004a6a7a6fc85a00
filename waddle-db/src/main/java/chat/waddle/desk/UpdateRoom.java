package chat.waddle.desk;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Changes a room of the support desk; null leaves a value as it is. A closed room stays as it is.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_ROOM, IN_TIMEOUT, NOT_ALLOWED, ILLEGAL_TRANSITION, ROOM_FULL (more take part than
/// may).
///
/// @param closingNotes what came of it; only when it is closed
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateRoom(
        UserId actor,
        ChannelId room,
        @Nullable String name,
        @Nullable String issueDescription,
        @Nullable RoomStatus status,
        @Nullable Boolean isPrivate,
        @Nullable Boolean guestAccess,
        @Nullable Integer maxParticipants,
        @Nullable String closingNotes)
        implements Command<CommunityOutcome<SupportRoom>> {
    @Override
    public boolean mayUseReserve() {
        return status == RoomStatus.CLOSED;
    }
}
