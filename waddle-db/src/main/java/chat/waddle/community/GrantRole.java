package chat.waddle.community;

import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Gives a role below the one who asks, with permissions they hold, to a member below them or to themselves.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_MEMBER, NO_SUCH_ROLE, PRESET_PROTECTED (the owner's and the
/// base role), OWNER_PROTECTED, ABOVE_ACTOR, PERMISSION_NOT_HELD.
public record GrantRole(UserId actor, UserId target, RoleId role) implements Command<CommunityOutcome<Member>> {}
