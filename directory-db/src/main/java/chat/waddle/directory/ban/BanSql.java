package chat.waddle.directory.ban;

import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface BanSql {
    String COLUMNS = "SELECT user_id AS user, reason, banned_by, banned_at, expires_at FROM global_bans\n";

    @SqlQuery("SELECT account_type FROM users WHERE id = :user AND deleted_at IS NULL")
    Optional<String> accountType(UserId user);

    @SqlUpdate("""
            INSERT INTO global_bans (user_id, reason, banned_by, banned_at, expires_at)
            VALUES (:user, :reason, :bannedBy, :now, :expiresAt)
            ON CONFLICT (user_id) DO UPDATE
            SET reason = excluded.reason, banned_by = excluded.banned_by, banned_at = excluded.banned_at,
                expires_at = excluded.expires_at
            """)
    void put(UserId user, String reason, UserId bannedBy, long now, @Nullable Long expiresAt);

    @SqlUpdate("DELETE FROM global_bans WHERE user_id = :user")
    void lift(UserId user);

    @SqlQuery(COLUMNS + "WHERE user_id = :user AND (expires_at IS NULL OR expires_at > :now)")
    @RegisterConstructorMapper(GlobalBan.class)
    Optional<GlobalBan> find(UserId user, long now);

    @SqlQuery(COLUMNS + """
            WHERE user_id > :after AND (expires_at IS NULL OR expires_at > :now)
            ORDER BY user_id
            LIMIT :limit
            """)
    @RegisterConstructorMapper(GlobalBan.class)
    List<GlobalBan> list(long after, long now, int limit);
}
