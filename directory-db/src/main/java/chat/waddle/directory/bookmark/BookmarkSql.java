package chat.waddle.directory.bookmark;

import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface BookmarkSql {
    String COLUMNS = """
            SELECT id, type, waddle_id AS waddle, coalesce(message_id, attachment_id) AS target_id, created_at
            FROM bookmarks
            """;
    String TARGET = """
            WHERE user_id = :user AND waddle_id = :waddle AND type = :type
                AND coalesce(message_id, attachment_id) = :target
            """;

    @SqlQuery("SELECT EXISTS (SELECT 1 FROM users WHERE id = :user AND deleted_at IS NULL)")
    boolean accountExists(UserId user);

    @SqlQuery("SELECT count(*) FROM bookmarks WHERE user_id = :user")
    int count(UserId user);

    @SqlQuery(COLUMNS + TARGET)
    @RegisterConstructorMapper(Bookmark.class)
    Optional<Bookmark> find(UserId user, WaddleId waddle, String type, long target);

    @SqlUpdate("""
            INSERT INTO bookmarks (id, user_id, type, waddle_id, message_id, attachment_id, created_at)
            VALUES (:id, :user, :type, :waddle, :message, :attachment, :now)
            """)
    void insert(
            long id,
            UserId user,
            String type,
            WaddleId waddle,
            @Nullable Long message,
            @Nullable Long attachment,
            long now);

    @SqlUpdate("DELETE FROM bookmarks WHERE id = :id")
    void delete(long id);

    @SqlQuery(COLUMNS + "WHERE user_id = :user AND id < :before ORDER BY id DESC LIMIT :limit")
    @RegisterConstructorMapper(Bookmark.class)
    List<Bookmark> list(UserId user, long before, int limit);

    @SqlQuery(COLUMNS + "WHERE user_id = :user AND type = :type AND id < :before ORDER BY id DESC LIMIT :limit")
    @RegisterConstructorMapper(Bookmark.class)
    List<Bookmark> listOfType(UserId user, String type, long before, int limit);
}
