package chat.waddle.directory.status;

import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface StatusSql {
    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE id = :user AND deleted_at IS NULL)")
    boolean accountExists(UserId user);

    @SqlQuery("""
            SELECT user_id AS user, version, emoji, text, do_not_disturb, expires_at, updated_at
            FROM user_statuses
            WHERE user_id = :user
            """)
    @RegisterConstructorMapper(UserStatus.class)
    Optional<UserStatus> find(UserId user);

    /// A status that has expired without being cleared yet counts as one version more, as its readers saw it.
    @SqlUpdate("""
            INSERT INTO user_statuses (user_id, version, emoji, text, do_not_disturb, expires_at, updated_at)
            VALUES (:user, 1, :emoji, :text, :doNotDisturb, :expiresAt, :now)
            ON CONFLICT (user_id) DO UPDATE
            SET version = user_statuses.version + 1 + coalesce(user_statuses.expires_at <= excluded.updated_at, 0),
                emoji = excluded.emoji, text = excluded.text,
                do_not_disturb = excluded.do_not_disturb, expires_at = excluded.expires_at,
                updated_at = excluded.updated_at
            """)
    void put(
            UserId user, @Nullable String emoji, String text, boolean doNotDisturb, @Nullable Long expiresAt, long now);

    @SqlQuery("SELECT user_id FROM user_statuses WHERE expires_at <= :now ORDER BY expires_at LIMIT :limit")
    List<Long> due(long now, int limit);

    @SqlUpdate("""
            UPDATE user_statuses
            SET version = version + 1, emoji = NULL, text = '', do_not_disturb = 0, updated_at = expires_at,
                expires_at = NULL
            WHERE user_id IN (<ids>) AND expires_at <= :now
            """)
    int expire(@BindList("ids") List<Long> ids, long now);

    @SqlQuery("SELECT expires_at FROM user_statuses WHERE expires_at IS NOT NULL ORDER BY expires_at LIMIT 1")
    Optional<Long> nextDue();

    /// Whether both belong to at least one community that serves.
    @SqlQuery("""
            SELECT EXISTS (
                SELECT 1
                FROM waddle_members mine
                JOIN waddle_members theirs ON theirs.waddle_id = mine.waddle_id AND theirs.user_id = :other
                JOIN waddles w ON w.id = mine.waddle_id
                WHERE mine.user_id = :user AND mine.left_at IS NULL AND theirs.left_at IS NULL
                    AND w.state = 'active')
            """)
    boolean shareWaddle(UserId user, UserId other);
}
