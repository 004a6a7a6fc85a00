package chat.waddle.community;

import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Changes parts of a role below the one who asks: null leaves a part as it is.
///
/// Refusals: those of [CreateRole] but the limit, NO_SUCH_ROLE, PRESET_PROTECTED (the owner's role; the place of the
/// base role).
///
/// @param color empty text takes it away
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateRole(
        UserId actor,
        RoleId role,
        @Nullable String name,
        @Nullable String color,
        @Nullable Long permissions,
        @Nullable Integer position,
        @Nullable Boolean mentionable)
        implements Command<CommunityOutcome<Role>> {}
