package chat.waddle.directory.audit;

import chat.waddle.chain.HashChain;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Origin;

/// Writes into the audit log within the transaction of the change that is told of.
public final class AuditTrail {
    private static final byte[] NOT_YET = new byte[0];

    private AuditTrail() {}

    public static void append(Applying applying, Origin origin, AuditEvent event) {
        AuditSql sql = applying.sql(AuditSql.class);
        AuditSql.ChainedLine line = new AuditSql.ChainedLine(
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
                origin.requestId(),
                NOT_YET,
                false);
        sql.append(
                line.id(),
                line.at(),
                line.actor(),
                line.action(),
                line.resourceType(),
                line.resourceId(),
                line.waddle(),
                line.changes(),
                line.reason(),
                line.ipPseudonym(),
                line.userAgent(),
                line.requestId(),
                HashChain.next(sql.lastChain().orElse(null), line.fields()));
    }
}
