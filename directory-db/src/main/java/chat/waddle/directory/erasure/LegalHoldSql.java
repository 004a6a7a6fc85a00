package chat.waddle.directory.erasure;

import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

@RegisterConstructorMapper(LegalHold.class)
interface LegalHoldSql {
    String COLUMNS = """
            SELECT subject_id AS subject, subject = 'waddle' AS waddle, reason, placed_by, placed_at FROM legal_holds
            """;

    @SqlQuery(COLUMNS + "WHERE subject_id = :subject")
    Optional<LegalHold> find(long subject);

    @SqlQuery(COLUMNS + "WHERE subject_id > :after ORDER BY subject_id LIMIT :limit")
    List<LegalHold> after(long after, int limit);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE id = :id)")
    boolean isUser(long id);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM waddles WHERE id = :id)")
    boolean isWaddle(long id);

    @SqlUpdate("""
            INSERT INTO legal_holds (subject_id, subject, reason, placed_by, placed_at)
            VALUES (:subject, :kind, :reason, :by, :now)
            ON CONFLICT (subject_id) DO UPDATE
            SET reason = excluded.reason, placed_by = excluded.placed_by, placed_at = excluded.placed_at
            """)
    void put(long subject, String kind, String reason, UserId by, long now);

    @SqlUpdate("DELETE FROM legal_holds WHERE subject_id = :subject")
    int remove(long subject);
}
