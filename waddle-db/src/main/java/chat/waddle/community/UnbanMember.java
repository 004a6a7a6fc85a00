package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Takes a ban back; the user may join again.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NOT_BANNED.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnbanMember(
        UserId actor, UserId target, @Nullable String reason) implements Command<CommunityOutcome<Ban>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
