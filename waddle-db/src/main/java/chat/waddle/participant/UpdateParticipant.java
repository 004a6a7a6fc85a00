package chat.waddle.participant;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Changes what somebody is or may do in a room; null leaves a value as it is.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, ROOM_FIXED, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_PARTICIPANT, NOT_TO_ONESELF,
/// OWNER_PROTECTED, ABOVE_ACTOR, NOT_THE_OWNER.
///
/// @param role owner hands the room over; who gave it is an admin then
/// @param status active or muted
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateParticipant(
        UserId actor,
        ChannelId room,
        UserId user,
        @Nullable ParticipantRole role,
        @Nullable ParticipantStatus status,
        @Nullable Boolean canSend,
        @Nullable Boolean canInvite,
        @Nullable Boolean canSeeHistory)
        implements Command<CommunityOutcome<Participant>> {}
