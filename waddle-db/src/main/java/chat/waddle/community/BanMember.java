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
/// @param deleteMessageSeconds the messages of this last time are to be deleted afterwards, which takes
/// MANAGE_MESSAGES; null for none
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BanMember(
        UserId actor,
        UserId target,
        @Nullable String reason,
        @Nullable Long expiresAtMillis,
        @Nullable Integer deleteMessageSeconds)
        implements Command<CommunityOutcome<Ban>> {
    public BanMember(UserId actor, UserId target, @Nullable String reason, @Nullable Long expiresAtMillis) {
        this(actor, target, reason, expiresAtMillis, null);
    }

    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
