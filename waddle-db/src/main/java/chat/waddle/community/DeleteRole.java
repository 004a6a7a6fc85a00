package chat.waddle.community;

import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Removes a role and takes it from everybody.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_ROLE, PRESET_PROTECTED, ABOVE_ACTOR.
public record DeleteRole(UserId actor, RoleId role) implements Command<CommunityOutcome<Role>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
