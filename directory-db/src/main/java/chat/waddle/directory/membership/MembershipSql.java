package chat.waddle.directory.membership;

import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface MembershipSql {
    String COLUMNS = """
            SELECT m.waddle_id AS waddle, m.user_id AS user, m.nickname, m.joined_at, m.notification_level
            FROM waddle_members m
            """;

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM waddles WHERE id = :waddle)")
    boolean waddleExists(WaddleId waddle);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE id = :user)")
    boolean userExists(UserId user);

    @SqlQuery("""
            SELECT user_id AS user, shard_seq, left_at IS NULL AS present
            FROM waddle_members
            WHERE waddle_id = :waddle AND user_id = :user
            """)
    @RegisterConstructorMapper(Mark.class)
    Optional<Mark> mark(WaddleId waddle, UserId user);

    @SqlQuery("""
            SELECT user_id AS user, shard_seq, left_at IS NULL AS present
            FROM waddle_members
            WHERE waddle_id = :waddle AND user_id > :from AND user_id <= :to AND left_at IS NULL
            """)
    @RegisterConstructorMapper(Mark.class)
    List<Mark> present(WaddleId waddle, long from, long to);

    @SqlUpdate("""
            INSERT INTO waddle_members (waddle_id, user_id, nickname, joined_at, notification_level, shard_seq)
            VALUES (:waddle, :user, :nickname, :joinedAt, :level, :seq)
            ON CONFLICT (waddle_id, user_id) DO UPDATE
            SET nickname = excluded.nickname, joined_at = excluded.joined_at,
                notification_level = excluded.notification_level, shard_seq = excluded.shard_seq, left_at = NULL
            """)
    void put(WaddleId waddle, UserId user, @Nullable String nickname, long joinedAt, String level, long seq);

    /// The row stays, so that news of the shard which come late do not bring the member back.
    @SqlUpdate("""
            INSERT INTO waddle_members (waddle_id, user_id, joined_at, shard_seq, left_at)
            VALUES (:waddle, :user, :now, :seq, :now)
            ON CONFLICT (waddle_id, user_id) DO UPDATE
            SET shard_seq = excluded.shard_seq, left_at = excluded.left_at, nickname = NULL
            """)
    void leave(WaddleId waddle, UserId user, long seq, long now);

    @SqlUpdate("""
            UPDATE waddles
            SET member_count = max(0, member_count + :delta), members_seq = max(members_seq, :seq)
            WHERE id = :waddle
            """)
    void count(WaddleId waddle, int delta, long seq);

    @SqlUpdate("""
            UPDATE waddles
            SET member_count = (SELECT count(*) FROM waddle_members WHERE waddle_id = :waddle AND left_at IS NULL)
            WHERE id = :waddle
            """)
    void recount(WaddleId waddle);

    @SqlQuery(COLUMNS + "WHERE m.waddle_id = :waddle AND m.user_id = :user AND m.left_at IS NULL")
    @RegisterConstructorMapper(Membership.class)
    Optional<Membership> find(WaddleId waddle, UserId user);

    @SqlQuery(COLUMNS + """
            JOIN waddles w ON w.id = m.waddle_id
            WHERE m.user_id = :user AND m.left_at IS NULL AND w.state IN ('active', 'suspended')
                AND m.joined_at <= :joinedAt AND (m.joined_at < :joinedAt OR m.waddle_id > :waddle)
            ORDER BY m.joined_at DESC, m.waddle_id
            LIMIT :limit
            """)
    @RegisterConstructorMapper(Membership.class)
    List<Membership> ofMember(UserId user, long joinedAt, long waddle, int limit);

    /// How a member stands in the mirror, and since which change of the shard.
    record Mark(UserId user, long shardSeq, boolean present) {}
}
