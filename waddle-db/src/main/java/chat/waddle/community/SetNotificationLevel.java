package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Says what a member wants to be told of.
///
/// Refusals: NOT_A_MEMBER.
public record SetNotificationLevel(UserId user, NotificationLevel level) implements Command<CommunityOutcome<Member>> {}
