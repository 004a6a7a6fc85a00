package chat.waddle.directory.account;

import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface AccountSql {
    String COLUMNS = """
            SELECT id, email, username, first_name, last_name, display_name, avatar_url, bio,
                is_anonymous AS anonymous, locale, timezone, account_type, account_status,
                is_email_verified AS email_verified, chat_preferences, last_seen_at, created_at, updated_at
            FROM users
            """;
    String PROFILE_COLUMNS = """
            SELECT id, username, display_name, avatar_url, bio, account_type, last_seen_at
            FROM users
            """;
    String CREDENTIAL_COLUMNS = "SELECT id, password_hash, account_status AS status FROM users\n";

    @SqlUpdate("""
            INSERT INTO users (id, email, email_key, username, username_key, display_name, is_anonymous, account_type,
                account_status, password_hash, created_at, updated_at)
            VALUES (:id, :email, :emailKey, :username, :usernameKey, :displayName, :anonymous, :accountType,
                'active', :passwordHash, :now, :now)
            """)
    void insert(
            long id,
            @Nullable String email,
            @Nullable String emailKey,
            @Nullable String username,
            @Nullable String usernameKey,
            String displayName,
            boolean anonymous,
            String accountType,
            @Nullable String passwordHash,
            long now);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE email_key = :key AND deleted_at IS NULL)")
    boolean emailTaken(String key);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE username_key = :key AND deleted_at IS NULL)")
    boolean usernameTaken(String key);

    @SqlQuery(COLUMNS + "WHERE id = :id AND deleted_at IS NULL")
    @RegisterConstructorMapper(Account.class)
    Optional<Account> find(UserId id);

    @SqlQuery(COLUMNS + "WHERE email_key = :key AND deleted_at IS NULL")
    @RegisterConstructorMapper(Account.class)
    Optional<Account> byEmail(String key);

    @SqlQuery(COLUMNS + "WHERE username_key = :key AND deleted_at IS NULL")
    @RegisterConstructorMapper(Account.class)
    Optional<Account> byUsername(String key);

    @SqlQuery(COLUMNS + "WHERE account_type = 'operator' AND deleted_at IS NULL ORDER BY id")
    @RegisterConstructorMapper(Account.class)
    List<Account> operators();

    @SqlQuery(PROFILE_COLUMNS + "WHERE id = :id AND deleted_at IS NULL")
    @RegisterConstructorMapper(PublicProfile.class)
    Optional<PublicProfile> profile(UserId id);

    @SqlQuery(PROFILE_COLUMNS + "WHERE id IN (<ids>)")
    @RegisterConstructorMapper(PublicProfile.class)
    List<PublicProfile> profiles(@BindList List<Long> ids);

    @SqlQuery(CREDENTIAL_COLUMNS + "WHERE email_key = :key AND deleted_at IS NULL")
    @RegisterConstructorMapper(Credentials.class)
    Optional<Credentials> credentials(String key);

    @SqlQuery(CREDENTIAL_COLUMNS + "WHERE id = :id AND deleted_at IS NULL")
    @RegisterConstructorMapper(Credentials.class)
    Optional<Credentials> credentials(UserId id);

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM global_bans
                WHERE user_id = :user AND (expires_at IS NULL OR expires_at > :now))
            """)
    boolean banned(UserId user, long now);

    @SqlUpdate("UPDATE users SET password_hash = :hash, updated_at = :now WHERE id = :id")
    void setPassword(UserId id, String hash, long now);

    @SqlUpdate("""
            UPDATE users
            SET email = :email, email_key = :emailKey, username = :username, username_key = :usernameKey,
                password_hash = :passwordHash, account_type = 'member', is_anonymous = 0, updated_at = :now
            WHERE id = :id
            """)
    void upgradeGuest(
            UserId id,
            String email,
            String emailKey,
            String username,
            String usernameKey,
            String passwordHash,
            long now);

    @SqlUpdate("UPDATE users SET account_status = :status, updated_at = :now WHERE id = :id")
    void setStatus(UserId id, String status, long now);

    @SqlUpdate("""
            UPDATE users
            SET email = NULL, email_key = NULL, username = NULL, username_key = NULL, first_name = NULL,
                last_name = NULL, display_name = 'Deleted account', avatar_url = NULL, bio = NULL, locale = 'en',
                timezone = 'UTC', account_status = 'deleted', is_email_verified = 0, password_hash = NULL,
                chat_preferences = '{}', last_seen_at = NULL, updated_at = :now, deleted_at = :now
            WHERE id = :id
            """)
    void bury(UserId id, long now);

    @SqlUpdate("DELETE FROM user_settings WHERE user_id = :id")
    void deleteSettings(UserId id);

    @SqlUpdate("DELETE FROM user_statuses WHERE user_id = :id")
    void deleteStatus(UserId id);

    @SqlUpdate("DELETE FROM bookmarks WHERE user_id = :id")
    void deleteBookmarks(UserId id);

    @SqlUpdate("DELETE FROM reminders WHERE user_id = :id")
    void deleteReminders(UserId id);

    @SqlUpdate("DELETE FROM channel_levels WHERE user_id = :id")
    void deleteChannelLevels(UserId id);

    @SqlUpdate("DELETE FROM setup_tokens WHERE user_id = :id")
    void deleteSetupTokens(UserId id);

    @SqlQuery("SELECT count(*) FROM waddles WHERE owner_id = :id AND deleted_at IS NULL")
    int waddlesOwned(UserId id);

    /// What is needed to check a password.
    record Credentials(UserId id, @Nullable String passwordHash, AccountStatus status) {}
}
