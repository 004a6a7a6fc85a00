package chat.waddle.robot;

import chat.waddle.ids.RobotId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(Robot.class)
interface RobotSql {
    String SELECT = """
            SELECT r.id, r.name, r.description, (SELECT user_id FROM members WHERE num = r.owner) AS owner
              FROM robots r
             WHERE r.deleted_at_ms IS NULL
            """;

    @SqlQuery(SELECT + "AND r.id = :id")
    Optional<Robot> find(RobotId id);

    @SqlQuery(SELECT + "ORDER BY r.name_key")
    List<Robot> all();

    @SqlQuery("SELECT count(*) FROM robots WHERE name_key = :key AND deleted_at_ms IS NULL")
    int named(String key);

    @SqlQuery("SELECT count(*) FROM robots WHERE deleted_at_ms IS NULL")
    int count();

    @SqlUpdate("""
            INSERT INTO robots (id, name, name_key, description, owner)
            VALUES (:id, :name, :key, :description, :owner)
            """)
    void insert(long id, String name, String key, @Nullable String description, int owner);

    @SqlUpdate("UPDATE robots SET deleted_at_ms = :now WHERE id = :id")
    void delete(RobotId id, long now);
}
