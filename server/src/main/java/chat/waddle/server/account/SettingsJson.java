package chat.waddle.server.account;

import chat.waddle.directory.settings.QuietHours;
import chat.waddle.directory.settings.Settings;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An account's settings; `settings` is what clients keep besides the named ones.
record SettingsJson(
        long version,
        boolean notificationsEnabled,
        String notificationSound,
        String theme,
        boolean compactMode,
        boolean developerMode,
        @JsonRawValue String settings,
        @Nullable QuietHoursJson quietHours) {
    static SettingsJson of(Settings settings) {
        QuietHours quiet = settings.quietHours();
        return new SettingsJson(
                settings.version(),
                settings.notificationsEnabled(),
                settings.notificationSound(),
                settings.theme().name().toLowerCase(Locale.ROOT),
                settings.compactMode(),
                settings.developerMode(),
                settings.more(),
                quiet == null ? null : QuietHoursJson.of(quiet));
    }
}
