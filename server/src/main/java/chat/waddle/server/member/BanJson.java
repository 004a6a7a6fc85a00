package chat.waddle.server.member;

import chat.waddle.community.Ban;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ban from a waddle.
///
/// @param expiresAt null for never
record BanJson(
        UserId userId,
        @Nullable String reason,
        UserId bannedBy,
        Instant bannedAt,
        @Nullable Instant expiresAt) {
    static BanJson of(Ban ban) {
        return new BanJson(ban.user(), ban.reason(), ban.bannedBy(), ban.bannedAt(), ban.expiresAt());
    }
}
