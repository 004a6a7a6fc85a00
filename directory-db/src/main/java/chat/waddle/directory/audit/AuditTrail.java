package chat.waddle.directory.audit;

import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Origin;

/// Writes into the audit log within the transaction of the change that is told of.
public final class AuditTrail {
    private AuditTrail() {}

    public static void append(Applying applying, Origin origin, AuditEvent event) {
        applying.sql(AuditSql.class)
                .append(
                        applying.newId(),
                        applying.now(),
                        origin.actor().value(),
                        event.action(),
                        event.resourceType(),
                        event.resourceId(),
                        event.waddle(),
                        event.changesJson(),
                        event.reason(),
                        origin.ipPseudonym(),
                        origin.userAgent(),
                        origin.requestId());
    }
}
