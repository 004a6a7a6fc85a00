package chat.waddle.community;

import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterRowMapper(MemberMapper.class)
interface MemberSql {
    String SELECT = """
            SELECT m.num, m.user_id, m.state, m.nickname, m.notification_level, m.timeout_until_ms, m.joined_at_ms,
                   m.left_at_ms, m.num = (SELECT owner FROM waddle_settings) AS is_owner,
                   (SELECT group_concat(r.id) FROM member_roles g JOIN roles r ON r.num = g.role
                     WHERE g.member = m.num) AS role_ids
              FROM members m
            """;

    @SqlQuery(SELECT + "WHERE m.user_id = :user")
    Optional<Member> find(UserId user);

    @SqlQuery(SELECT + "WHERE m.state = 'active' AND m.num > :after ORDER BY m.num LIMIT :limit")
    List<Member> activeAfter(int after, int limit);

    @SqlQuery(
            "SELECT num, user_id AS user FROM members WHERE state = 'active' AND num > :after ORDER BY num LIMIT :limit")
    @RegisterConstructorMapper(Members.Active.class)
    List<Members.Active> activeUsersAfter(int after, int limit);

    @SqlQuery("""
            SELECT m.user_id AS owner, s.member_count AS members, s.members_seq, s.undo_window_seconds, s.settings
              FROM waddle_settings s JOIN members m ON m.num = s.owner
            """)
    @RegisterConstructorMapper(WaddleCounts.class)
    WaddleCounts counts();

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM erased_members WHERE user_id = :user)")
    boolean isErased(UserId user);

    @SqlUpdate("""
            INSERT INTO members (user_id, state, joined_at_ms) VALUES (:user, 'active', :now)
                ON CONFLICT (user_id) DO UPDATE
               SET state = 'active', nickname = NULL, joined_at_ms = excluded.joined_at_ms, left_at_ms = NULL
            """)
    void activate(UserId user, long now);

    /// Coming back within the millisecond of leaving goes on with the stay that just ended.
    @SqlUpdate("""
            INSERT INTO member_stays (member, joined_at_ms) SELECT num, :now FROM members WHERE user_id = :user
                ON CONFLICT (member, joined_at_ms) DO UPDATE SET left_at_ms = NULL, ended_by = NULL
            """)
    void openStay(UserId user, long now);

    @SqlUpdate("UPDATE members SET state = :state, left_at_ms = :now WHERE num = :member")
    void deactivate(int member, String state, long now);

    @SqlUpdate(
            "UPDATE member_stays SET left_at_ms = :now, ended_by = :how WHERE member = :member AND left_at_ms IS NULL")
    void closeStay(int member, String how, long now);

    /// What a channel gave in an earlier stay is over; what it took is not, or leaving would undo it.
    @SqlUpdate("UPDATE overwrites SET allow = 0 WHERE subject_type = 'user' AND subject = :member AND allow <> 0")
    int dropAllowances(int member);

    @SqlUpdate("DELETE FROM member_roles WHERE member = :member")
    void dropRoles(int member);

    @SqlUpdate("UPDATE waddle_settings SET members_seq = :seq, member_count = member_count + :more")
    void membershipChanged(long seq, int more);

    @SqlUpdate("UPDATE members SET state = :state WHERE num = :member")
    void state(int member, String state);

    @SqlUpdate("UPDATE members SET nickname = :nickname WHERE num = :member")
    void nickname(int member, @Nullable String nickname);

    @SqlUpdate("UPDATE members SET notification_level = :level WHERE num = :member")
    void notificationLevel(int member, String level);

    @SqlUpdate("UPDATE members SET timeout_until_ms = :until WHERE num = :member")
    void timeout(int member, @Nullable Long until);

    @SqlUpdate("UPDATE waddle_settings SET owner = :member")
    void owner(int member);

    @SqlUpdate("UPDATE shard_meta SET owner_id = :user")
    void fileOwner(UserId user);
}
