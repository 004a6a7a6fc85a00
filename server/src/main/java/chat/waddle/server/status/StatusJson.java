package chat.waddle.server.status;

import chat.waddle.directory.status.UserStatus;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A status as everybody who may see it sees it; no emoji and an empty text where none is set.
record StatusJson(
        UserId userId,
        @Nullable String emoji,
        String text,
        boolean doNotDisturb,
        @Nullable Instant expiresAt,
        long version,
        @Nullable Instant updatedAt) {
    static StatusJson of(UserStatus status) {
        return new StatusJson(
                status.user(),
                status.emoji(),
                status.text(),
                status.doNotDisturb(),
                status.expiresAt(),
                status.version(),
                status.updatedAt());
    }
}
