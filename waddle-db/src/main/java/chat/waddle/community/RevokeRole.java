package chat.waddle.community;

import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Takes a role away again.
///
/// Refusals: those of [GrantRole] but PERMISSION_NOT_HELD.
public record RevokeRole(UserId actor, UserId target, RoleId role) implements Command<CommunityOutcome<Member>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
