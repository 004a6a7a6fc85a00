package chat.waddle.participant;

import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterRowMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterRowMapper(ParticipantMapper.class)
interface ParticipantSql {
    String COLUMNS = """
            p.member, m.user_id, p.role, p.status, p.can_send, p.can_invite, p.can_see_history, p.joined_at_ms,
                   p.left_at_ms
              FROM participants p JOIN members m ON m.num = p.member
            """;

    /// Who left the waddle and came back takes part in no room any more.
    String PRESENT = "p.status IN ('active', 'muted') AND m.state = 'active' AND p.joined_at_ms >= m.joined_at_ms";

    @SqlQuery("SELECT " + COLUMNS + " WHERE p.channel = :channel AND p.member = :member")
    Optional<Participant> find(int channel, int member);

    @SqlQuery("SELECT " + COLUMNS + " WHERE p.channel = :channel AND m.user_id = :user")
    Optional<Participant> ofUser(int channel, UserId user);

    @SqlQuery("SELECT " + COLUMNS + " WHERE p.channel = :channel AND p.member > :after AND " + PRESENT
            + " ORDER BY p.member LIMIT :limit")
    List<Participant> presentAfter(int channel, int after, int limit);

    @SqlQuery("SELECT count(*) FROM participants p JOIN members m ON m.num = p.member WHERE p.channel = :channel AND "
            + PRESENT)
    int countPresent(int channel);

    /// Leaving a group does not make it one fewer while others are left in it.
    @SqlQuery("""
            SELECT count(*)
              FROM participants p
              JOIN rooms r ON r.channel = p.channel AND r.type = 'group'
              JOIN channels c ON c.num = p.channel AND c.created_by = p.member
             WHERE p.member = :member
               AND EXISTS (SELECT 1 FROM participants o
                            WHERE o.channel = p.channel AND o.status IN ('active', 'muted'))
            """)
    int groupsOpenedBy(int member);

    @SqlQuery("SELECT p.channel FROM participants p JOIN members m ON m.num = p.member WHERE p.member = :member"
            + " AND p.role = 'owner' AND " + PRESENT + " ORDER BY p.channel")
    List<Integer> ownedBy(int member);

    @SqlQuery("SELECT p.channel FROM participants p JOIN members m ON m.num = p.member"
            + " JOIN rooms r ON r.channel = p.channel WHERE p.member = :member AND r.type <> 'direct' AND " + PRESENT
            + " ORDER BY p.channel LIMIT :limit")
    List<Integer> leavable(int member, int limit);

    /// Who is next when the owner has left.
    @SqlQuery("SELECT " + COLUMNS + " WHERE p.channel = :channel AND p.role IN ('admin', 'moderator', 'member') AND "
            + PRESENT + """
             ORDER BY CASE p.role WHEN 'admin' THEN 1 WHEN 'moderator' THEN 2 ELSE 3 END, p.joined_at_ms, p.member
             LIMIT 1
            """)
    Optional<Participant> heir(int channel);

    @SqlQuery("SELECT " + COLUMNS + " WHERE p.channel = :channel AND p.role = 'owner' AND " + PRESENT)
    Optional<Participant> owner(int channel);

    @SqlUpdate("UPDATE participants SET role = :role WHERE channel = :channel AND member = :member")
    void role(int channel, int member, String role);

    /// Makes a participant the owner. Nobody could give back what a muted owner may not do.
    @SqlUpdate("""
            UPDATE participants SET role = 'owner', status = 'active', can_send = 1
             WHERE channel = :channel AND member = :member
            """)
    void promote(int channel, int member);

    @SqlUpdate("""
            INSERT INTO participants (channel, member, role, status, can_send, can_invite, can_see_history,
                   joined_at_ms, added_by)
            VALUES (:channel, :member, :role, 'active', :canSend, :canInvite, :canSeeHistory, :now, :addedBy)
                ON CONFLICT (channel, member) DO UPDATE
               SET role = excluded.role, status = excluded.status, can_send = excluded.can_send,
                   can_invite = excluded.can_invite, can_see_history = excluded.can_see_history,
                   joined_at_ms = excluded.joined_at_ms, left_at_ms = NULL, added_by = excluded.added_by
            """)
    void put(
            int channel,
            int member,
            String role,
            boolean canSend,
            boolean canInvite,
            boolean canSeeHistory,
            long now,
            int addedBy);

    @SqlUpdate("""
            UPDATE participants
               SET role = :role, status = :status, can_send = :canSend, can_invite = :canInvite,
                   can_see_history = :canSeeHistory
             WHERE channel = :channel AND member = :member
            """)
    void update(
            int channel,
            int member,
            String role,
            String status,
            boolean canSend,
            boolean canInvite,
            boolean canSeeHistory);

    @SqlUpdate("""
            UPDATE participants
               SET can_send = can_send AND status <> 'muted', status = :how, left_at_ms = :now
             WHERE channel = :channel AND member = :member
            """)
    void end(int channel, int member, String how, long now);

    /// Coming back within the millisecond of leaving goes on with the stay that just ended.
    @SqlUpdate("""
            INSERT INTO participant_stays (channel, member, joined_at_ms) VALUES (:channel, :member, :now)
                ON CONFLICT (channel, member, joined_at_ms) DO UPDATE SET left_at_ms = NULL, ended_by = NULL
            """)
    void openStay(int channel, int member, long now);

    @SqlUpdate("""
            UPDATE participant_stays SET left_at_ms = :now, ended_by = :how
             WHERE channel = :channel AND member = :member AND left_at_ms IS NULL
            """)
    void closeStay(int channel, int member, String how, long now);
}
