package chat.waddle.desk;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Lets who works at the desk into a room that is not private, as a moderator of it.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_ROOM, IN_TIMEOUT, NOT_ALLOWED, CHANNEL_ARCHIVED, ROOM_FULL.
public record JoinRoom(UserId actor, ChannelId room) implements Command<CommunityOutcome<SupportRoom>> {}
