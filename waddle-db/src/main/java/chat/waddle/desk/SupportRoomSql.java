package chat.waddle.desk;

import chat.waddle.ids.ChannelId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(SupportRoom.class)
interface SupportRoomSql {
    String PRESENT = "p.status IN ('active', 'muted') AND m.state = 'active' AND p.joined_at_ms >= m.joined_at_ms";
    String SELECT = """
            SELECT c.id, c.num, r.type, r.title AS name, s.status, s.issue_id, s.issue_description, s.is_private,
                   s.guest_access, r.max_participants,
                   (SELECT count(*) FROM participants p JOIN members m ON m.num = p.member
                     WHERE p.channel = s.channel AND
            """ + PRESENT + """
                   ) AS participant_count,
                   (SELECT id FROM channels WHERE num = s.parent) AS parent, s.level,
                   (SELECT user_id FROM members WHERE num = c.created_by) AS created_by, s.closing_notes,
                   (SELECT user_id FROM members WHERE num = s.closed_by) AS closed_by, s.closed_at_ms AS closed_at
              FROM support_rooms s JOIN rooms r ON r.channel = s.channel JOIN channels c ON c.num = s.channel
            """;
    String END = " ORDER BY s.channel DESC LIMIT :limit";
    String OWN = " EXISTS (SELECT 1 FROM participants p JOIN members m ON m.num = p.member"
            + " WHERE p.channel = s.channel AND p.member = :member AND " + PRESENT + ")";

    @SqlQuery(SELECT + "WHERE c.id = :id")
    Optional<SupportRoom> find(ChannelId id);

    @SqlQuery(SELECT + "WHERE s.status = :status AND s.channel < :before" + END)
    List<SupportRoom> all(String status, int before, int limit);

    @SqlQuery(SELECT + "WHERE s.status = :status AND s.channel < :before AND (NOT s.is_private OR " + OWN + ")" + END)
    List<SupportRoom> open(String status, int before, int member, int limit);

    /// Found by the rooms the member takes part in, however many others there are.
    @SqlQuery(SELECT + """
             WHERE s.status = :status AND s.channel < :before
               AND s.channel IN (SELECT channel FROM participants WHERE member = :member AND channel < :before) AND
            """ + OWN + END)
    List<SupportRoom> own(String status, int before, int member, int limit);

    @SqlQuery("SELECT count(*) FROM support_rooms WHERE status <> 'closed'")
    int unclosed();

    @SqlUpdate("""
            INSERT INTO support_rooms (channel, issue_id, issue_description, is_private, guest_access, parent, level)
            VALUES (:channel, :issueId, :issueDescription, :isPrivate, :guestAccess, :parent, :level)
            """)
    void insert(
            int channel,
            @Nullable String issueId,
            @Nullable String issueDescription,
            boolean isPrivate,
            boolean guestAccess,
            @Nullable Integer parent,
            String level);

    @SqlUpdate("""
            UPDATE support_rooms
               SET status = :status, issue_description = :issueDescription, is_private = :isPrivate,
                   guest_access = :guestAccess, closing_notes = :closingNotes, closed_by = :closedBy,
                   closed_at_ms = :closedAt
             WHERE channel = :channel
            """)
    void update(
            int channel,
            String status,
            @Nullable String issueDescription,
            boolean isPrivate,
            boolean guestAccess,
            @Nullable String closingNotes,
            @Nullable Integer closedBy,
            @Nullable Long closedAt);

    @SqlUpdate("UPDATE rooms SET title = :name, max_participants = :maxParticipants WHERE channel = :channel")
    void updateRoom(int channel, @Nullable String name, int maxParticipants);

    @SqlUpdate("UPDATE channels SET is_archived = :archived WHERE num = :channel")
    void archive(int channel, boolean archived);

    /// A closed room stays as it is.
    @SqlUpdate("UPDATE support_rooms SET level = :level WHERE channel = :channel AND status <> 'closed'")
    void level(int channel, String level);

    /// Whether the actor's deed stands in the audit log already, from this id on.
    @SqlQuery("""
            SELECT count(*) FROM audit_log
             WHERE actor = :actor AND id >= :since AND action = :action AND resource_id = :room
            """)
    int recorded(long actor, long since, String action, long room);
}
