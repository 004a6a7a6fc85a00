package chat.waddle.server.status;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A status that clients offer to choose; `expiresInSeconds` is null for one without an end.
record StatusPreset(String emoji, String text, @Nullable Long expiresInSeconds, boolean doNotDisturb) {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    static final List<StatusPreset> ALL = List.of(
            new StatusPreset("📅", "In a meeting", HOUR, true),
            new StatusPreset("🎧", "Focusing", 2 * HOUR, true),
            new StatusPreset("🍽️", "Lunch", HOUR, false),
            new StatusPreset("🚌", "Commuting", 30 * MINUTE, false),
            new StatusPreset("☕", "Back soon", 15 * MINUTE, false),
            new StatusPreset("🏡", "Working from home", 12 * HOUR, false),
            new StatusPreset("🤒", "Out sick", DAY, true),
            new StatusPreset("🌴", "On holiday", null, true));
}
