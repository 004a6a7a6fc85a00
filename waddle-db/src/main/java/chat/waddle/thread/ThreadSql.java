package chat.waddle.thread;

import chat.waddle.ids.ThreadId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(ChatThread.class)
interface ThreadSql {
    String SELECT = """
            SELECT t.num, t.id, (SELECT id FROM channels WHERE num = t.channel) AS channel, t.title,
                   (SELECT user_id FROM members WHERE num = t.created_by) AS created_by, t.message_count,
                   t.last_message_id AS last_activity_id, t.is_locked AS locked, t.is_archived AS archived,
                   t.resolved_at_ms AS resolved_at
              FROM threads t
            """;

    @SqlQuery(SELECT + "WHERE t.id = :id AND t.deleted_at_ms IS NULL")
    Optional<ChatThread> find(ThreadId id);

    @SqlQuery(SELECT + """
            WHERE t.channel = :channel AND t.deleted_at_ms IS NULL
              AND (t.last_message_id, t.id) < (:lastActivityId, :id) AND t.last_message_id >= :from
              AND (:archived IS NULL OR :archived = (t.is_archived OR t.last_message_id < :quietBefore))
              AND (:resolved IS NULL OR :resolved = (t.resolved_at_ms IS NOT NULL))
            ORDER BY t.last_message_id DESC, t.id DESC LIMIT :limit
            """)
    List<ChatThread> before(
            int channel,
            long lastActivityId,
            long id,
            long from,
            long quietBefore,
            @Nullable Boolean archived,
            @Nullable Boolean resolved,
            int limit);

    @SqlUpdate("""
            INSERT INTO threads (id, channel, title, created_by, last_message_id)
            VALUES (:id, :channel, :title, :createdBy, :id)
            """)
    void insert(long id, int channel, String title, int createdBy);

    @SqlUpdate("""
            UPDATE threads
               SET title = :title, last_message_id = :lastActivityId, is_locked = :locked, is_archived = :archived,
                   resolved_at_ms = :resolvedAt
             WHERE num = :num
            """)
    void update(
            int num, String title, long lastActivityId, boolean locked, boolean archived, @Nullable Long resolvedAt);

    @SqlUpdate("UPDATE threads SET deleted_at_ms = :now WHERE num = :num")
    void delete(int num, long now);
}
