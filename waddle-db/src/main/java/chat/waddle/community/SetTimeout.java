package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Lets a member only read until a time, at most [Moderation#TIMEOUT_LIMIT] away; or lets them write again.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_MEMBER, NOT_TO_ONESELF, OWNER_PROTECTED, ABOVE_ACTOR.
///
/// @param untilMillis null ends the time-out
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SetTimeout(
        UserId actor,
        UserId target,
        @Nullable Long untilMillis,
        @Nullable String reason) implements Command<CommunityOutcome<Member>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
