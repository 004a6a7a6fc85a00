package chat.waddle.community;

import chat.waddle.chain.HashChain;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Stamp;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes who did what to whom, in the transaction of the deed.
public final class AuditTrail {
    private AuditTrail() {}

    /// @param resource the public id of what it was done to
    public static void write(
            WriteSession transaction,
            Stamp stamp,
            UserId actor,
            AuditAction action,
            long resource,
            @Nullable String reason,
            AuditChanges changes) {
        AuditSql sql = transaction.sql(AuditSql.class);
        long id = stamp.newId();
        String code = action.code();
        String type = action.resourceType();
        String json = changes.json();
        byte[] chain =
                HashChain.next(sql.lastChain().orElse(null), fields(id, actor, code, type, resource, reason, json));
        sql.insert(id, actor, code, type, resource, reason, json, chain);
    }

    /// What the hash of an entry covers, in this order for ever.
    static List<@Nullable Object> fields(
            long id,
            UserId actor,
            String action,
            String resourceType,
            long resourceId,
            @Nullable String reason,
            String changes) {
        return Arrays.asList(id, actor.value(), action, resourceType, resourceId, reason, changes);
    }

    public static void write(WriteSession transaction, Stamp stamp, UserId actor, AuditAction action, long resource) {
        write(transaction, stamp, actor, action, resource, null, new AuditChanges());
    }
}
