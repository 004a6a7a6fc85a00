package chat.waddle.directory.audit;

import chat.waddle.ids.WaddleId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

interface AuditSql {
    String COLUMNS = """
            SELECT id, at_ms AS at, actor_id AS actor, action, resource_type, resource_id, waddle_id AS waddle,
                changes, reason, ip_pseudonym, user_agent, request_id
            FROM audit_log
            """;
    String PAGE = " AND id < :before ORDER BY id DESC LIMIT :limit";

    @SqlUpdate("""
            INSERT INTO audit_log (id, at_ms, actor_id, action, resource_type, resource_id, waddle_id, changes, reason,
                ip_pseudonym, user_agent, request_id, chain)
            VALUES (:id, :at, :actor, :action, :resourceType, :resourceId, :waddle, :changes, :reason,
                :ipPseudonym, :userAgent, :requestId, :chain)
            """)
    void append(
            long id,
            long at,
            long actor,
            String action,
            String resourceType,
            String resourceId,
            @Nullable WaddleId waddle,
            String changes,
            String reason,
            String ipPseudonym,
            String userAgent,
            long requestId,
            byte[] chain);

    /// The hash of the newest line.
    @SqlQuery("SELECT chain FROM audit_log WHERE id = (SELECT max(id) FROM audit_log)")
    Optional<byte[]> lastChain();

    @SqlQuery("""
            SELECT id, at_ms AS at, actor_id AS actor, action, resource_type, resource_id, waddle_id AS waddle,
                changes, reason, ip_pseudonym, user_agent, request_id, chain, is_redacted AS redacted
            FROM audit_log WHERE id > :after ORDER BY id LIMIT :limit
            """)
    @RegisterConstructorMapper(ChainedLine.class)
    List<ChainedLine> chainedAfter(long after, int limit);

    /// A line with the hash that stands beside it.
    record ChainedLine(
            long id,
            long at,
            long actor,
            String action,
            String resourceType,
            String resourceId,
            @Nullable WaddleId waddle,
            String changes,
            String reason,
            String ipPseudonym,
            String userAgent,
            long requestId,
            byte[] chain,
            boolean redacted) {
        /// What the hash of a line covers, in this order for ever.
        List<@Nullable Object> fields() {
            return Arrays.asList(
                    id,
                    at,
                    actor,
                    action,
                    resourceType,
                    resourceId,
                    waddle == null ? null : waddle.value(),
                    changes,
                    reason,
                    ipPseudonym,
                    userAgent,
                    requestId);
        }
    }

    @SqlQuery(COLUMNS + "WHERE id < :before ORDER BY id DESC LIMIT :limit")
    @RegisterConstructorMapper(AuditEntry.class)
    List<AuditEntry> all(long before, int limit);

    @SqlQuery(COLUMNS + "WHERE actor_id = :actor" + PAGE)
    @RegisterConstructorMapper(AuditEntry.class)
    List<AuditEntry> byActor(long actor, long before, int limit);

    @SqlQuery(COLUMNS + "WHERE action = :action" + PAGE)
    @RegisterConstructorMapper(AuditEntry.class)
    List<AuditEntry> byAction(String action, long before, int limit);

    @SqlQuery(COLUMNS + "WHERE actor_id = :actor AND +action = :action" + PAGE)
    @RegisterConstructorMapper(AuditEntry.class)
    List<AuditEntry> byActorAndAction(long actor, String action, long before, int limit);

    @SqlQuery(COLUMNS + """
            WHERE waddle_id = :waddle AND (:actor = -1 OR +actor_id = :actor) AND (:action = '' OR +action = :action)
            """ + PAGE)
    @RegisterConstructorMapper(AuditEntry.class)
    List<AuditEntry> ofWaddle(WaddleId waddle, long actor, String action, long before, int limit);
}
