package chat.waddle.directory.settings;

import org.jspecify.annotations.Nullable;

/// New values for some settings: null leaves one as it is.
///
/// @param expectedVersion refuses the change when the settings are at another version; null for any
/// @param more a JSON object that is merged into the one there is (RFC 7396)
public record SettingsPatch(
        @Nullable Long expectedVersion,
        @Nullable Boolean notificationsEnabled,
        @Nullable String notificationSound,
        @Nullable Theme theme,
        @Nullable Boolean compactMode,
        @Nullable Boolean developerMode,
        @Nullable String more,
        @Nullable QuietHoursChange quietHours) {}
