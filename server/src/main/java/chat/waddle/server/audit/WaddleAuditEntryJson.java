package chat.waddle.server.audit;

import chat.waddle.community.AuditEntry;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.UserId;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry of a community's audit log. `changes` are fields with their values before and after.
record WaddleAuditEntryJson(
        String id,
        Instant at,
        UserId actorId,
        String action,
        String resourceType,
        String resourceId,
        @Nullable String reason,
        @JsonRawValue String changes) {
    static WaddleAuditEntryJson of(AuditEntry entry) {
        return new WaddleAuditEntryJson(
                Long.toString(entry.id()),
                Instant.ofEpochMilli(IdClock.millisOf(entry.id())),
                entry.actor(),
                entry.action(),
                entry.resourceType(),
                Long.toString(entry.resourceId()),
                entry.reason(),
                entry.changes());
    }
}
