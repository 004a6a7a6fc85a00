package chat.waddle.server.member;

import chat.waddle.directory.ban.GlobalBan;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ban from the whole server.
///
/// @param bannedBy 0 for the server's command line
/// @param expiresAt null for never
record GlobalBanJson(
        UserId userId,
        String reason,
        UserId bannedBy,
        Instant bannedAt,
        @Nullable Instant expiresAt) {
    static GlobalBanJson of(GlobalBan ban) {
        return new GlobalBanJson(ban.user(), ban.reason(), ban.bannedBy(), ban.bannedAt(), ban.expiresAt());
    }
}
