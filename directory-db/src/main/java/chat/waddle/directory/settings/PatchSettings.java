package chat.waddle.directory.settings;

import chat.waddle.directory.field.FieldProblem;
import chat.waddle.directory.field.JsonObjects;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Changes some settings of an account.
record PatchSettings(UserId user, SettingsPatch patch) implements Change<SettingsOutcome> {
    @Override
    public Applied<SettingsOutcome> apply(Applying applying) {
        SettingsSql sql = applying.sql(SettingsSql.class);
        if (!sql.accountExists(user)) {
            return Applied.unchanged(new SettingsOutcome.Missing());
        }
        Settings before = sql.find(user).map(SettingsSql.Row::settings).orElse(Settings.UNTOUCHED);
        Long expected = patch.expectedVersion();
        if (expected != null && expected != before.version()) {
            return Applied.unchanged(new SettingsOutcome.Conflict(before));
        }
        String more = patch.more() == null ? before.more() : sql.merged(before.more(), patch.more());
        if (more.length() > JsonObjects.LENGTH_LIMIT) {
            return Applied.unchanged(new SettingsOutcome.Invalid(
                    List.of(new FieldProblem("settings", "too_long", "All of it together is too long."))));
        }
        Settings after = new Settings(
                before.version() + 1,
                Objects.requireNonNullElse(patch.notificationsEnabled(), before.notificationsEnabled()),
                Objects.requireNonNullElse(patch.notificationSound(), before.notificationSound()),
                Objects.requireNonNullElse(patch.theme(), before.theme()),
                Objects.requireNonNullElse(patch.compactMode(), before.compactMode()),
                Objects.requireNonNullElse(patch.developerMode(), before.developerMode()),
                more,
                patch.quietHours() == null
                        ? before.quietHours()
                        : patch.quietHours().hours());
        QuietHours quiet = after.quietHours();
        sql.put(
                user,
                after.version(),
                after.notificationsEnabled(),
                after.notificationSound(),
                after.theme().name().toLowerCase(Locale.ROOT),
                after.compactMode(),
                after.developerMode(),
                after.more(),
                quiet == null ? null : quiet.fromMinute(),
                quiet == null ? null : quiet.untilMinute(),
                quiet == null ? null : quiet.timeZone(),
                applying.now());
        return Applied.changed(new SettingsOutcome.Changed(after), 0, user.value());
    }
}
