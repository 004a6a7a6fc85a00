package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Ends a member's stay; they may join again.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_MEMBER, NOT_TO_ONESELF, OWNER_PROTECTED, ABOVE_ACTOR.
///
/// @param reason at most [Moderation#REASON_LIMIT] characters
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KickMember(
        UserId actor, UserId target, @Nullable String reason) implements Command<CommunityOutcome<Member>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
