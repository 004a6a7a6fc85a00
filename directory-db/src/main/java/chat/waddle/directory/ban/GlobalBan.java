package chat.waddle.directory.ban;

import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A ban from the whole server.
///
/// @param bannedBy the operator's account, or 0 for the command line
/// @param expiresAt null for never
public record GlobalBan(
        UserId user,
        String reason,
        UserId bannedBy,
        Instant bannedAt,
        @Nullable Instant expiresAt) {}
