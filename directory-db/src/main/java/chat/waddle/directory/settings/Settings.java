package chat.waddle.directory.settings;

import org.jspecify.annotations.Nullable;

/// How an account likes its client to behave; the same on all its devices.
///
/// @param version grows by one at every change; 0 where nothing was ever set
/// @param more a JSON object for what clients keep besides
/// @param quietHours null for none
public record Settings(
        long version,
        boolean notificationsEnabled,
        String notificationSound,
        Theme theme,
        boolean compactMode,
        boolean developerMode,
        String more,
        @Nullable QuietHours quietHours) {
    static final Settings UNTOUCHED = new Settings(0, true, "default", Theme.AUTO, false, false, "{}", null);
}
