package chat.waddle.directory.settings;

import chat.waddle.ids.UserId;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface SettingsSql {
    @SqlQuery("""
            SELECT version, notifications_enabled, notification_sound, theme, compact_mode, developer_mode,
                settings_json AS more, quiet_from, quiet_until, quiet_zone
            FROM user_settings
            WHERE user_id = :user
            """)
    @RegisterConstructorMapper(Row.class)
    Optional<Row> find(UserId user);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE id = :user AND deleted_at IS NULL)")
    boolean accountExists(UserId user);

    @SqlQuery("SELECT json_patch(:before, :patch)")
    String merged(String before, String patch);

    @SqlUpdate("""
            INSERT INTO user_settings (user_id, version, notifications_enabled, notification_sound, theme,
                compact_mode, developer_mode, settings_json, quiet_from, quiet_until, quiet_zone, updated_at)
            VALUES (:user, :version, :notificationsEnabled, :notificationSound, :theme, :compactMode, :developerMode,
                :more, :quietFrom, :quietUntil, :quietZone, :now)
            ON CONFLICT (user_id) DO UPDATE
            SET version = excluded.version, notifications_enabled = excluded.notifications_enabled,
                notification_sound = excluded.notification_sound, theme = excluded.theme,
                compact_mode = excluded.compact_mode, developer_mode = excluded.developer_mode,
                settings_json = excluded.settings_json, quiet_from = excluded.quiet_from,
                quiet_until = excluded.quiet_until, quiet_zone = excluded.quiet_zone, updated_at = excluded.updated_at
            """)
    void put(
            UserId user,
            long version,
            boolean notificationsEnabled,
            String notificationSound,
            String theme,
            boolean compactMode,
            boolean developerMode,
            String more,
            @Nullable Integer quietFrom,
            @Nullable Integer quietUntil,
            @Nullable String quietZone,
            long now);

    /// Settings as they are stored: quiet hours are three columns, all of them null or none.
    record Row(
            long version,
            boolean notificationsEnabled,
            String notificationSound,
            Theme theme,
            boolean compactMode,
            boolean developerMode,
            String more,
            @Nullable Integer quietFrom,
            @Nullable Integer quietUntil,
            @Nullable String quietZone) {
        Settings settings() {
            QuietHours quiet = quietFrom == null || quietUntil == null || quietZone == null
                    ? null
                    : new QuietHours(quietFrom, quietUntil, quietZone);
            return new Settings(
                    version, notificationsEnabled, notificationSound, theme, compactMode, developerMode, more, quiet);
        }
    }
}
