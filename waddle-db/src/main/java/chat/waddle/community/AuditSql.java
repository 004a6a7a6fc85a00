package chat.waddle.community;

import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

@RegisterConstructorMapper(AuditEntry.class)
interface AuditSql {
    String SELECT = "SELECT id, actor, action, resource_type, resource_id, reason, changes FROM audit_log ";
    String NEWEST = " AND id < :before ORDER BY id DESC LIMIT :limit";

    @SqlUpdate("""
            INSERT INTO audit_log (id, actor, action, resource_type, resource_id, reason, changes, chain)
            VALUES (:id, :actor, :action, :resourceType, :resourceId, :reason, :changes, :chain)
            """)
    void insert(
            long id,
            UserId actor,
            String action,
            String resourceType,
            long resourceId,
            @Nullable String reason,
            String changes,
            byte[] chain);

    /// The hash of the newest entry.
    @SqlQuery("SELECT chain FROM audit_log WHERE id = (SELECT max(id) FROM audit_log)")
    Optional<byte[]> lastChain();

    @SqlQuery("SELECT id, actor, action, resource_type, resource_id, reason, changes, chain,"
            + " is_redacted AS redacted FROM audit_log"
            + " WHERE id > :after ORDER BY id LIMIT :limit")
    @RegisterConstructorMapper(ChainedEntry.class)
    List<ChainedEntry> chainedAfter(long after, int limit);

    /// An entry with the hash that stands beside it.
    record ChainedEntry(
            long id,
            UserId actor,
            String action,
            String resourceType,
            long resourceId,
            @Nullable String reason,
            String changes,
            byte[] chain,
            boolean redacted) {
        List<@Nullable Object> fields() {
            return AuditTrail.fields(id, actor, action, resourceType, resourceId, reason, changes);
        }
    }

    @SqlQuery(SELECT + "WHERE true" + NEWEST)
    List<AuditEntry> before(long before, int limit);

    @SqlQuery(SELECT + "WHERE actor = :actor" + NEWEST)
    List<AuditEntry> ofActor(UserId actor, long before, int limit);

    @SqlQuery(SELECT + "WHERE action = :action" + NEWEST)
    List<AuditEntry> ofAction(String action, long before, int limit);

    @SqlQuery(SELECT + "WHERE actor = :actor AND +action = :action" + NEWEST)
    List<AuditEntry> ofActorAndAction(UserId actor, String action, long before, int limit);
}
