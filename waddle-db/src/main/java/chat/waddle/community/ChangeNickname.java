package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Gives a member another name in this waddle; one's own or, below oneself, somebody else's.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_MEMBER, OWNER_PROTECTED, ABOVE_ACTOR.
///
/// @param nickname 1 to 100 characters; null takes it away
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeNickname(
        UserId actor, UserId target, @Nullable String nickname) implements Command<CommunityOutcome<Member>> {}
