package chat.waddle.server.account;

import chat.waddle.directory.settings.Settings;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.Locale;

/// An account's settings; `settings` is what clients keep besides the named ones.
record SettingsJson(
        long version,
        boolean notificationsEnabled,
        String notificationSound,
        String theme,
        boolean compactMode,
        boolean developerMode,
        @JsonRawValue String settings) {
    static SettingsJson of(Settings settings) {
        return new SettingsJson(
                settings.version(),
                settings.notificationsEnabled(),
                settings.notificationSound(),
                settings.theme().name().toLowerCase(Locale.ROOT),
                settings.compactMode(),
                settings.developerMode(),
                settings.more());
    }
}
