package chat.waddle.community;

import chat.waddle.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Ban.class)
interface BanSql {
    String SELECT = """
            SELECT user_id AS user, reason, banned_by, banned_at_ms AS banned_at, expires_at_ms AS expires_at FROM bans
            """;

    @SqlQuery(SELECT + "WHERE user_id = :user")
    Optional<Ban> find(UserId user);

    @SqlQuery(SELECT + """
            WHERE user_id > :after AND (expires_at_ms IS NULL OR expires_at_ms > :now)
            ORDER BY user_id LIMIT :limit
            """)
    List<Ban> after(long after, Instant now, int limit);

    @SqlQuery("SELECT user_id FROM bans WHERE expires_at_ms <= :now ORDER BY user_id LIMIT :limit")
    List<UserId> expired(long now, int limit);

    @SqlUpdate("""
            INSERT INTO bans (user_id, reason, banned_by, banned_at_ms, expires_at_ms)
            VALUES (:user, :reason, :bannedBy, :now, :expiresAt)
                ON CONFLICT (user_id) DO UPDATE
               SET reason = excluded.reason, banned_by = excluded.banned_by, banned_at_ms = excluded.banned_at_ms,
                   expires_at_ms = excluded.expires_at_ms
            """)
    void put(UserId user, @Nullable String reason, UserId bannedBy, long now, @Nullable Long expiresAt);

    @SqlUpdate("DELETE FROM bans WHERE user_id = :user")
    void remove(UserId user);
}
