package chat.waddle.desk;

import chat.waddle.ids.EscalationId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Escalation.class)
interface EscalationSql {
    /// The same words as in the indexes of what is open.
    String OPEN = "status IN ('created', 'assigned', 'in_progress')";

    String SELECT = """
            SELECT e.id, (SELECT id FROM channels WHERE num = e.room) AS room, e.room AS room_num, e.from_level,
                   e.to_level, e.reason, e.priority, e.status,
                   (SELECT user_id FROM members WHERE num = e.created_by) AS created_by, e.due_at_ms AS due_at,
                   (SELECT user_id FROM members WHERE num = e.assignee) AS assignee, e.started_at_ms AS started_at,
                   e.notes, (SELECT user_id FROM members WHERE num = e.ended_by) AS ended_by,
                   e.ended_at_ms AS ended_at
            """;
    String PAGE = """
               AND (e.priority, e.id) > (:afterPriority, :afterId)
               AND (:level IS NULL OR e.to_level = :level)
               AND (:assignee IS NULL OR e.assignee = (SELECT num FROM members WHERE user_id = :assignee))
             ORDER BY e.priority, e.id LIMIT :limit
            """;

    @SqlQuery(SELECT + "FROM escalations e WHERE e.id = :id")
    Optional<Escalation> find(EscalationId id);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM escalations WHERE room = :room AND " + OPEN + ")")
    boolean isEscalated(int room);

    /// The index is named, because there are few open ones and the others would be sorted.
    @SqlQuery(SELECT + "FROM escalations e INDEXED BY escalations_queue WHERE e." + OPEN + PAGE)
    List<Escalation> open(@Nullable String level, @Nullable Long assignee, int afterPriority, long afterId, int limit);

    @SqlQuery(SELECT + "FROM escalations e WHERE e.status = :status" + PAGE)
    List<Escalation> inStatus(
            String status, @Nullable String level, @Nullable Long assignee, int afterPriority, long afterId, int limit);

    @SqlUpdate("""
            INSERT INTO escalations (id, room, from_level, to_level, reason, priority, created_by, due_at_ms)
            VALUES (:id, :room, :fromLevel, :toLevel, :reason, :priority, :createdBy, :dueAt)
            """)
    void insert(
            long id,
            int room,
            String fromLevel,
            String toLevel,
            String reason,
            int priority,
            int createdBy,
            long dueAt);

    @SqlUpdate("UPDATE escalations SET status = 'assigned', assignee = :assignee WHERE id = :id")
    void assign(EscalationId id, int assignee);

    @SqlUpdate("UPDATE escalations SET status = 'in_progress', started_at_ms = :now WHERE id = :id")
    void start(EscalationId id, long now);

    @SqlUpdate("""
            UPDATE escalations SET status = :status, notes = :notes, ended_by = :by, ended_at_ms = :now WHERE id = :id
            """)
    void end(EscalationId id, String status, @Nullable String notes, int by, long now);
}
