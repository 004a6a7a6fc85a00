package chat.waddle.directory.reminder;

import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindList;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface ReminderSql {
    String COLUMNS = """
            SELECT id, waddle_id AS waddle, message_id AS message, note, due_at, fired_at, created_at
            FROM reminders
            """;

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE id = :user AND deleted_at IS NULL)")
    boolean accountExists(UserId user);

    @SqlQuery("SELECT count(*) FROM reminders WHERE user_id = :user")
    int count(UserId user);

    @SqlUpdate("""
            INSERT INTO reminders (id, user_id, waddle_id, message_id, note, due_at, created_at)
            VALUES (:id, :user, :waddle, :message, :note, :dueAt, :now)
            """)
    void insert(
            long id,
            UserId user,
            @Nullable WaddleId waddle,
            @Nullable MessageId message,
            String note,
            long dueAt,
            long now);

    @SqlQuery(COLUMNS + "WHERE id = :id AND user_id = :user")
    @RegisterConstructorMapper(Reminder.class)
    Optional<Reminder> find(UserId user, long id);

    @SqlUpdate("DELETE FROM reminders WHERE id = :id AND user_id = :user")
    int delete(UserId user, long id);

    @SqlQuery(COLUMNS + "WHERE user_id = :user AND id < :before ORDER BY id DESC LIMIT :limit")
    @RegisterConstructorMapper(Reminder.class)
    List<Reminder> list(UserId user, long before, int limit);

    @SqlQuery("""
            SELECT id
            FROM reminders
            WHERE fired_at IS NULL AND due_at <= :now
            ORDER BY due_at
            LIMIT :limit
            """)
    List<Long> due(long now, int limit);

    @SqlUpdate("UPDATE reminders SET fired_at = :now WHERE id IN (<ids>) AND fired_at IS NULL")
    int fire(@BindList("ids") List<Long> ids, long now);

    @SqlQuery("SELECT due_at FROM reminders WHERE fired_at IS NULL ORDER BY due_at LIMIT 1")
    Optional<Long> nextDue();
}
