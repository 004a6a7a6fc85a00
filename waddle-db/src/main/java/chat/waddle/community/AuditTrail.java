package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Stamp;
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
        transaction
                .sql(AuditSql.class)
                .insert(stamp.newId(), actor, action.code(), action.resourceType(), resource, reason, changes.json());
    }

    public static void write(WriteSession transaction, Stamp stamp, UserId actor, AuditAction action, long resource) {
        write(transaction, stamp, actor, action, resource, null, new AuditChanges());
    }
}
