package chat.waddle.community;

import chat.waddle.ids.RoleId;
import chat.waddle.ids.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A user who is or was a member, or is known by imported messages. Immutable.
///
/// @param num the small number in the file
/// @param timeoutUntil until then the member may only read; may be past
/// @param joinedAt the beginning of the newest stay
/// @param roles without the base role that every member has
public record Member(
        int num,
        UserId user,
        MemberState state,
        @Nullable String nickname,
        NotificationLevel notificationLevel,
        @Nullable Instant timeoutUntil,
        Instant joinedAt,
        @Nullable Instant leftAt,
        boolean owner,
        List<RoleId> roles) {
    public boolean isActive() {
        return state == MemberState.ACTIVE;
    }
}
