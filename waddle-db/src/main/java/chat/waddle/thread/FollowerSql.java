package chat.waddle.thread;

import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(ChatThread.class)
interface FollowerSql {
    @SqlUpdate("INSERT OR IGNORE INTO thread_followers (member, thread) VALUES (:member, :thread)")
    int add(int member, int thread);

    @SqlUpdate("DELETE FROM thread_followers WHERE member = :member AND thread = :thread")
    int remove(int member, int thread);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM thread_followers WHERE member = :member AND thread = :thread)")
    boolean follows(int member, int thread);

    /// @param channels a JSON array of small numbers
    @SqlQuery(ThreadSql.SELECT + """
              JOIN thread_followers f ON f.thread = t.num
             WHERE f.member = :member AND t.deleted_at_ms IS NULL
               AND (t.last_message_id, t.id) < (:lastActivityId, :id)
               AND t.channel IN (SELECT value FROM json_each(:channels))
             ORDER BY t.last_message_id DESC, t.id DESC LIMIT :limit
            """)
    List<ChatThread> before(int member, String channels, long lastActivityId, long id, int limit);
}
