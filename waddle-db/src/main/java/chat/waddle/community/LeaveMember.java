package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Ends a member's stay by their own wish, and their roles with it.
///
/// Refusals: NOT_A_MEMBER, OWNER_MUST_TRANSFER.
public record LeaveMember(UserId user) implements Command<CommunityOutcome<Member>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
