package chat.waddle.community;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The limits of what moderators do.
public final class Moderation {
    public static final int REASON_LIMIT = 512;
    public static final Duration TIMEOUT_LIMIT = Duration.ofDays(28);

    /// The longest time before a ban whose messages are deleted with it.
    public static final Duration DELETE_LIMIT = Duration.ofDays(7);

    public static final int PRUNE_DAYS_LIMIT = 3650;

    private Moderation() {}

    static @Nullable InvalidField reason(@Nullable String reason) {
        return TextRules.prose("reason", reason, REASON_LIMIT);
    }

    static @Nullable InvalidField banExpiry(@Nullable Long expiresAtMillis, long nowMillis) {
        return expiresAtMillis != null && expiresAtMillis <= nowMillis
                ? new InvalidField("expiresAt", "in_the_past", "It must be in the future.")
                : null;
    }

    static @Nullable InvalidField deleteWindow(@Nullable Integer seconds) {
        return seconds != null && (seconds < 0 || seconds > DELETE_LIMIT.toSeconds())
                ? new InvalidField("deleteMessageSeconds", "out_of_range", "It must be at most 7 days.")
                : null;
    }

    static @Nullable InvalidField pruneDays(int days) {
        return days < 1 || days > PRUNE_DAYS_LIMIT
                ? new InvalidField("days", "out_of_range", "It must be 1 to " + PRUNE_DAYS_LIMIT + " days.")
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
