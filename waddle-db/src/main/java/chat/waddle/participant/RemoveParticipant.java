package chat.waddle.participant;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Puts somebody out of a room; they may be let in again.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, ROOM_FIXED, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_PARTICIPANT, NOT_TO_ONESELF,
/// OWNER_PROTECTED, ABOVE_ACTOR.
public record RemoveParticipant(UserId actor, ChannelId room, UserId user)
        implements Command<CommunityOutcome<Participant>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
