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
              AND (:follower IS NULL
                   OR EXISTS (SELECT 1 FROM thread_followers f WHERE f.member = :follower AND f.thread = t.num))
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
            @Nullable Integer follower,
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

    /// An id holds milliseconds in its upper bits, above eight of a counter.
    @SqlUpdate("""
            UPDATE threads SET is_archived = 1
             WHERE num IN (SELECT t.num FROM threads t JOIN channels c ON c.num = t.channel
                            WHERE t.is_archived = 0 AND t.deleted_at_ms IS NULL
                              AND t.last_message_id < :now - (c.auto_archive_hours * 3600000 << 8)
                            ORDER BY t.num LIMIT :limit)
            """)
    int archiveQuiet(long now, int limit);

    @SqlUpdate("UPDATE threads SET deleted_at_ms = :now WHERE num = :num")
    void delete(int num, long now);
}
