package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Hands the waddle to another member. The former owner keeps the other roles they have.
///
/// Refusals: NOT_A_MEMBER, NOT_THE_OWNER, NO_SUCH_MEMBER.
public record TransferOwnership(UserId owner, UserId to) implements Command<CommunityOutcome<Member>> {}
