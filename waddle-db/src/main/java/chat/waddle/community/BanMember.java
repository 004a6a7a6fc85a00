package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Keeps a user out, member or not; a second ban replaces the first.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NOT_TO_ONESELF, OWNER_PROTECTED, ABOVE_ACTOR.
///
/// @param reason at most [Moderation#REASON_LIMIT] characters
/// @param expiresAtMillis in the future; null for never
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BanMember(
        UserId actor,
        UserId target,
        @Nullable String reason,
        @Nullable Long expiresAtMillis) implements Command<CommunityOutcome<Ban>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
