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

    /// @param expiresAt null for never, where expiresInSeconds is not given either
    /// @param deleteMessageSeconds what was written in this last time is deleted
    /// @param dryRun bans nobody and only counts what would be deleted
    record NewBan(
            @Nullable String reason,
            @Nullable Instant expiresAt,
            @Nullable Long expiresInSeconds,
            @Nullable Integer deleteMessageSeconds,
            @Nullable Boolean dryRun) {}

    /// @param days members without roles go who have neither joined nor written for so long
    /// @param dryRun removes nobody and only counts
    record Prune(
            int days, @Nullable Boolean dryRun, @Nullable String reason) {}

    /// @param expiresAt null for never, where expiresInSeconds is not given either
    record NewGlobalBan(
            String reason,
            @Nullable Instant expiresAt,
            @Nullable Long expiresInSeconds) {}
}
