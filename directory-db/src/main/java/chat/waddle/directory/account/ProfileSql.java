package chat.waddle.directory.account;

import chat.waddle.ids.UserId;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ProfileSql {
    @SqlUpdate("""
            UPDATE users
            SET first_name = CASE WHEN :firstName IS NULL THEN first_name ELSE nullif(:firstName, '') END,
                last_name = CASE WHEN :lastName IS NULL THEN last_name ELSE nullif(:lastName, '') END,
                display_name = coalesce(:displayName, display_name),
                avatar_url = CASE WHEN :avatarUrl IS NULL THEN avatar_url ELSE nullif(:avatarUrl, '') END,
                bio = CASE WHEN :bio IS NULL THEN bio ELSE nullif(:bio, '') END,
                locale = coalesce(:locale, locale),
                timezone = coalesce(:timezone, timezone),
                chat_preferences = json_patch(chat_preferences, coalesce(:chatPreferences, '{}')),
                updated_at = :now
            WHERE id = :user
            """)
    void patch(
            UserId user,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String displayName,
            @Nullable String avatarUrl,
            @Nullable String bio,
            @Nullable String locale,
            @Nullable String timezone,
            @Nullable String chatPreferences,
            long now);

    @SqlQuery("SELECT length(json_patch(chat_preferences, :patch)) FROM users WHERE id = :user")
    int preferencesLengthAfter(UserId user, String patch);
}
