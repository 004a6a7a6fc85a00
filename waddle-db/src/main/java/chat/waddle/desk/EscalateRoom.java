package chat.waddle.desk;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Asks that a room of the support desk goes to a higher level; one such question at a time.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_ROOM, IN_TIMEOUT, NOT_ALLOWED, CHANNEL_ARCHIVED, LEVEL_NOT_ABOVE, ALREADY_ESCALATED.
public record EscalateRoom(UserId actor, ChannelId room, SupportLevel toLevel, String reason, int priority)
        implements Command<CommunityOutcome<Escalation>> {}
