package chat.waddle.directory.settings;

import chat.waddle.ids.UserId;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

interface SettingsSql {
    @SqlQuery("""
            SELECT version, notifications_enabled, notification_sound, theme, compact_mode, developer_mode,
                settings_json AS more
            FROM user_settings
            WHERE user_id = :user
            """)
    @RegisterConstructorMapper(Settings.class)
    Optional<Settings> find(UserId user);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE id = :user AND deleted_at IS NULL)")
    boolean accountExists(UserId user);

    @SqlQuery("SELECT json_patch(:before, :patch)")
    String merged(String before, String patch);

    @SqlUpdate("""
            INSERT INTO user_settings (user_id, version, notifications_enabled, notification_sound, theme,
                compact_mode, developer_mode, settings_json, updated_at)
            VALUES (:user, :version, :notificationsEnabled, :notificationSound, :theme, :compactMode, :developerMode,
                :more, :now)
            ON CONFLICT (user_id) DO UPDATE
            SET version = excluded.version, notifications_enabled = excluded.notifications_enabled,
                notification_sound = excluded.notification_sound, theme = excluded.theme,
                compact_mode = excluded.compact_mode, developer_mode = excluded.developer_mode,
                settings_json = excluded.settings_json, updated_at = excluded.updated_at
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
            long now);
}
