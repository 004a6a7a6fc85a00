package chat.waddle.community;

import chat.waddle.ids.UserId;
import java.util.List;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(AuditEntry.class)
interface AuditSql {
    String SELECT = "SELECT id, actor, action, resource_type, resource_id, reason, changes FROM audit_log ";
    String NEWEST = " AND id < :before ORDER BY id DESC LIMIT :limit";

    @SqlUpdate("""
            INSERT INTO audit_log (id, actor, action, resource_type, resource_id, reason, changes)
            VALUES (:id, :actor, :action, :resourceType, :resourceId, :reason, :changes)
            """)
    void insert(
            long id,
            UserId actor,
            String action,
            String resourceType,
            long resourceId,
            @Nullable String reason,
            String changes);

    @SqlQuery(SELECT + "WHERE true" + NEWEST)
    List<AuditEntry> before(long before, int limit);

    @SqlQuery(SELECT + "WHERE actor = :actor" + NEWEST)
    List<AuditEntry> ofActor(UserId actor, long before, int limit);

    @SqlQuery(SELECT + "WHERE action = :action" + NEWEST)
    List<AuditEntry> ofAction(String action, long before, int limit);

    @SqlQuery(SELECT + "WHERE actor = :actor AND +action = :action" + NEWEST)
    List<AuditEntry> ofActorAndAction(UserId actor, String action, long before, int limit);
}
