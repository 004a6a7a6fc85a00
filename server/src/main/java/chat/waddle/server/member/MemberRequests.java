package chat.waddle.server.member;

import chat.waddle.server.http.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What clients send about members and bans.
final class MemberRequests {
    private MemberRequests() {}

    /// @param notificationLevel only one's own
    record PatchMember(Change<String> nickname, @Nullable String notificationLevel) {}

    /// @param until null ends the time-out
    record Timeout(Change<Instant> until, @Nullable String reason) {}

    /// @param expiresAt null for never
    record NewBan(@Nullable String reason, @Nullable Instant expiresAt) {}

    /// @param expiresAt null for never
    record NewGlobalBan(String reason, @Nullable Instant expiresAt) {}
}
