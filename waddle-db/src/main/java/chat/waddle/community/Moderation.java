package chat.waddle.community;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The limits of what moderators do.
public final class Moderation {
    public static final int REASON_LIMIT = 512;
    public static final Duration TIMEOUT_LIMIT = Duration.ofDays(28);

    private Moderation() {}

    static @Nullable InvalidField reason(@Nullable String reason) {
        return TextRules.prose("reason", reason, REASON_LIMIT);
    }

    static @Nullable InvalidField banExpiry(@Nullable Long expiresAtMillis, long nowMillis) {
        return expiresAtMillis != null && expiresAtMillis <= nowMillis
                ? new InvalidField("expiresAt", "in_the_past", "It must be in the future.")
                : null;
    }

    static @Nullable InvalidField timeoutEnd(@Nullable Long untilMillis, long nowMillis) {
        if (untilMillis == null) {
            return null;
        }
        if (untilMillis <= nowMillis) {
            return new InvalidField("until", "in_the_past", "It must be in the future.");
        }
        return untilMillis > nowMillis + TIMEOUT_LIMIT.toMillis()
                ? new InvalidField("until", "too_long", "It must be at most 28 days away.")
                : null;
    }
}
