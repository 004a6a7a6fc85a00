package chat.waddle.directory.status;

import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What somebody says of themselves at the moment; an empty text without emoji is none.
///
/// @param version grows by one at every change, expiry included; 0 where nothing was ever set
/// @param expiresAt when it clears itself; null for never
/// @param updatedAt null where nothing was ever set
public record UserStatus(
        UserId user,
        long version,
        @Nullable String emoji,
        String text,
        boolean doNotDisturb,
        @Nullable Instant expiresAt,
        @Nullable Instant updatedAt) {
    static UserStatus none(UserId user) {
        return new UserStatus(user, 0, null, "", false, null, null);
    }

    /// As it reads at a time: cleared once it has expired, whatever any timer has done.
    public UserStatus at(Instant now) {
        return expiresAt == null || expiresAt.isAfter(now) ? this : cleared(expiresAt);
    }

    private UserStatus cleared(Instant since) {
        return new UserStatus(user, version + 1, null, "", false, null, since);
    }

    boolean isSet() {
        return emoji != null || !text.isEmpty() || doNotDisturb;
    }
}
