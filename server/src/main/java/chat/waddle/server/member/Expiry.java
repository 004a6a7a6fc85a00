package chat.waddle.server.member;

import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The end of something, said as a time or as seconds from now.
final class Expiry {
    private Expiry() {}

    /// @return null for never, which is meant where neither is given
    static @Nullable Instant of(@Nullable Instant expiresAt, @Nullable Long expiresInSeconds, Instant now) {
        new FieldChecks()
                .that(
                        expiresAt == null || expiresInSeconds == null,
                        "expiresInSeconds",
                        "conflicting_fields",
                        "Give only one of expiresAt and expiresInSeconds.")
                .number("expiresInSeconds", expiresInSeconds, Limits.BAN_SECONDS)
                .orThrow();
        return expiresInSeconds == null ? expiresAt : now.plusSeconds(expiresInSeconds);
    }
}
