package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Makes a role below the one who asks, with permissions they hold.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, ABOVE_ACTOR, PERMISSION_NOT_HELD, ROLE_LIMIT_REACHED.
///
/// @param name 1 to 100 characters
/// @param color `#rrggbb` in lower case, or null
/// @param position 1 to [Roles#POSITION_LIMIT]
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CreateRole(
        UserId actor, String name, @Nullable String color, long permissions, int position, boolean mentionable)
        implements Command<CommunityOutcome<Role>> {}
