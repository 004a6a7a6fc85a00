package chat.waddle.server.status;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What clients send.
final class StatusRequests {
    private StatusRequests() {}

    /// Replaces the whole status; at most one of `expiresAt` and `expiresInSeconds`.
    record SetStatus(
            @Nullable String emoji,
            @Nullable String text,
            @Nullable Instant expiresAt,
            @Nullable Long expiresInSeconds,
            @Nullable Boolean doNotDisturb) {}
}
