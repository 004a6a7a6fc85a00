package chat.waddle.participant;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Ends one's own stay in a room. What an owner leaves goes to who stands next: admins before moderators before
/// members, and who has been there longest.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, ROOM_FIXED, NO_SUCH_PARTICIPANT.
public record LeaveRoom(UserId user, ChannelId room) implements Command<CommunityOutcome<Participant>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
