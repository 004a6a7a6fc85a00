package chat.waddle.server.member;

import chat.waddle.community.Ban;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What came of a ban.
///
/// @param expiresAt null for never
/// @param deletedMessages how many of the account's messages were deleted with it
/// @param dryRun nobody was banned and nothing deleted: it says what would be
record BanResultJson(
        UserId userId,
        @Nullable String reason,
        UserId bannedBy,
        Instant bannedAt,
        @Nullable Instant expiresAt,
        int deletedMessages,
        boolean dryRun) {
    static BanResultJson of(Ban ban, int deletedMessages, boolean dryRun) {
        return new BanResultJson(
                ban.user(), ban.reason(), ban.bannedBy(), ban.bannedAt(), ban.expiresAt(), deletedMessages, dryRun);
    }
}
