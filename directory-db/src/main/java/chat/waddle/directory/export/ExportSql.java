package chat.waddle.directory.export;

import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Export.class)
interface ExportSql {
    String COLUMNS = """
            SELECT id, user_id AS user, state, progress_percent, size_bytes, requested_at, finished_at, expires_at
            FROM exports
            """;

    @SqlUpdate("INSERT INTO exports (id, user_id, state, requested_at) VALUES (:id, :user, 'running', :now)")
    void insert(long id, UserId user, long now);

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE id = :user AND deleted_at IS NULL)")
    boolean accountExists(UserId user);

    @SqlQuery(COLUMNS + "WHERE id = :id AND user_id = :user")
    Optional<Export> find(long id, UserId user);

    @SqlQuery(COLUMNS + "WHERE user_id = :user ORDER BY id DESC LIMIT 1")
    Optional<Export> newestOf(UserId user);

    @SqlQuery(COLUMNS + "WHERE state = 'running' ORDER BY id LIMIT :limit")
    List<Export> running(int limit);

    @SqlQuery(COLUMNS + "WHERE expires_at <= :now ORDER BY expires_at LIMIT :limit")
    List<Export> expired(long now, int limit);

    @SqlUpdate("""
            UPDATE exports
            SET state = :state, progress_percent = :percent, size_bytes = :bytes, finished_at = :finishedAt,
                expires_at = :expiresAt
            WHERE id = :id
            """)
    int note(long id, String state, int percent, long bytes, @Nullable Long finishedAt, @Nullable Long expiresAt);
}
