package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Makes a user an active member. That the waddle is public or the invite holds has been checked.
///
/// Refusals: BANNED.
public record JoinMember(UserId user) implements Command<CommunityOutcome<Member>> {}
