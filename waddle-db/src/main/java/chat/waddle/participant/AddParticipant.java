package chat.waddle.participant;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Lets somebody take part in a room. For who takes part already nothing changes.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, ROOM_FIXED, IN_TIMEOUT, NOT_ALLOWED, CHANNEL_ARCHIVED, ABOVE_ACTOR,
/// PERMISSION_NOT_HELD, NO_SUCH_MEMBER, ROOM_FULL.
///
/// Nobody below an admin gives what they do not hold, nor lets anybody invite. Who comes back is restricted as before,
/// unless by who may end the restriction; who was put out is let in by moderators and above only.
///
/// @param role never owner
public record AddParticipant(UserId actor, ChannelId room, UserId user, ParticipantRole role, ParticipantFlags flags)
        implements Command<CommunityOutcome<Participant>> {}
