package chat.waddle.report;

import chat.waddle.ids.ReportId;
import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Report.class)
interface ReportSql {
    String SELECT = """
            SELECT r.id, r.message_id AS message, (SELECT id FROM channels WHERE num = r.channel) AS channel,
                   (SELECT user_id FROM members WHERE num = r.author) AS author, r.reporter, r.reason, r.text, r.status,
                   r.note, r.reviewed_by, r.reviewed_at_ms AS reviewed_at
              FROM reports r
            """;
    String PAGE = """
               AND r.id < :before AND r.channel IN (SELECT value FROM json_each(:channels))
             ORDER BY r.id DESC LIMIT :limit
            """;

    @SqlQuery(SELECT + "WHERE r.id = :id")
    Optional<Report> find(ReportId id);

    @SqlQuery(SELECT + "WHERE r.message_id = :message AND r.reporter = :reporter")
    Optional<Report> of(long message, UserId reporter);

    /// The author of a message that is not deleted.
    @SqlQuery("""
            SELECT author FROM messages WHERE channel = :channel AND id = :message AND (flags & 2) = 0
            UNION ALL
            SELECT author FROM arrivals WHERE channel = :channel AND id = :message AND (flags & 2) = 0
            """)
    Optional<Integer> author(int channel, long message);

    /// @param channels a JSON array of small numbers
    @SqlQuery(SELECT + "WHERE r.status = :status" + PAGE)
    List<Report> before(String status, String channels, long before, int limit);

    /// @param channels a JSON array of small numbers
    @SqlQuery(SELECT + "WHERE true" + PAGE)
    List<Report> allBefore(String channels, long before, int limit);

    @SqlUpdate("""
            INSERT INTO reports (id, message_id, channel, author, reporter, reason, text)
            VALUES (:id, :message, :channel, :author, :reporter, :reason, :text)
            """)
    void insert(long id, long message, int channel, int author, UserId reporter, String reason, @Nullable String text);

    /// One report for each message and reporter; what moderators wrote on it stays.
    @SqlUpdate("""
            INSERT INTO reports (id, message_id, channel, author, reporter, reason, text)
            VALUES (:id, :message, :channel, :author, :reporter, :reason, :text)
                ON CONFLICT (message_id, reporter) DO UPDATE
               SET status = 'open', text = excluded.text, reviewed_by = NULL, reviewed_at_ms = NULL
             WHERE status <> 'open'
            """)
    void flag(long id, long message, int channel, int author, UserId reporter, String reason, String text);

    @SqlUpdate("""
            UPDATE reports SET status = :status, note = :note, reviewed_by = :by, reviewed_at_ms = :now WHERE id = :id
            """)
    void review(ReportId id, String status, @Nullable String note, UserId by, long now);
}
