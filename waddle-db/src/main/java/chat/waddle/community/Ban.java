package chat.waddle.community;

import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps a user out of the waddle. Immutable.
///
/// @param expiresAt null for never
public record Ban(
        UserId user,
        @Nullable String reason,
        UserId bannedBy,
        Instant bannedAt,
        @Nullable Instant expiresAt) {

    public boolean holdsAt(Instant time) {
        return expiresAt == null || time.isBefore(expiresAt);
    }
}
