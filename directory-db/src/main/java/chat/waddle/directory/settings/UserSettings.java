package chat.waddle.directory.settings;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.field.JsonObjects;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.CommandTypes;

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
        return store.read(session -> session.sql(SettingsSql.class).find(user)).orElse(Settings.UNTOUCHED);
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
                more);
        return store.commit(new PatchSettings(user, checked), origin);
    }
}
