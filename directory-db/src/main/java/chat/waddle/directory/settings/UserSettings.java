package chat.waddle.directory.settings;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.field.JsonObjects;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.CommandTypes;
import org.jspecify.annotations.Nullable;

/// The settings of accounts, versioned so that two devices do not overwrite each other. Thread-safe.
public final class UserSettings {
    private final DirectoryStore store;

    public UserSettings(DirectoryStore store) {
        this.store = store;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(15, "patch_settings", PatchSettings.class);
    }

    /// The settings of an account; the defaults at version 0 where nothing was ever set.
    public Settings of(UserId user) {
        return store.read(session -> session.sql(SettingsSql.class).find(user))
                .map(SettingsSql.Row::settings)
                .orElse(Settings.UNTOUCHED);
    }

    public SettingsOutcome patch(UserId user, SettingsPatch patch, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String sound = patch.notificationSound();
        if (sound != null) {
            sound = checks.name("notificationSound", sound, 50);
        }
        String more = patch.more();
        if (more != null) {
            more = JsonObjects.object(checks, "settings", more);
        }
        check(checks, patch.quietHours());
        if (!checks.passed()) {
            return new SettingsOutcome.Invalid(checks.problems());
        }
        SettingsPatch checked = new SettingsPatch(
                patch.expectedVersion(),
                patch.notificationsEnabled(),
                sound,
                patch.theme(),
                patch.compactMode(),
                patch.developerMode(),
                more,
                patch.quietHours());
        return store.commit(new PatchSettings(user, checked), origin);
    }

    private static void check(FieldChecks checks, @Nullable QuietHoursChange change) {
        QuietHours hours = change == null ? null : change.hours();
        if (hours == null) {
            return;
        }
        checks.timezone("quietHours.timeZone", hours.timeZone());
        boolean possible = isMinute(hours.fromMinute()) && isMinute(hours.untilMinute());
        if (!possible || hours.fromMinute() == hours.untilMinute()) {
            checks.refuse("quietHours.until", "invalid_value", "Must be another time of day than from.");
        }
    }

    private static boolean isMinute(int minute) {
        return minute >= 0 && minute < QuietHours.MINUTES_OF_DAY;
    }
}
