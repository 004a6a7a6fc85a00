package chat.waddle.server.audit;

import chat.waddle.directory.audit.AuditEntry;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A line of the audit log. `actorId` 0 is the server itself or somebody who had not signed in; `network` is the
/// pseudonym of the network the request came from, empty where there was none.
public record AuditEntryJson(
        String id,
        Instant at,
        UserId actorId,
        String action,
        String resourceType,
        String resourceId,
        @Nullable WaddleId waddleId,
        @JsonRawValue String changes,
        String reason,
        String network,
        String userAgent,
        String requestId) {
    public static AuditEntryJson of(AuditEntry entry) {
        return new AuditEntryJson(
                Long.toString(entry.id()),
                entry.at(),
                entry.actor(),
                entry.action(),
                entry.resourceType(),
                entry.resourceId(),
                entry.waddle(),
                entry.changes(),
                entry.reason(),
                entry.ipPseudonym(),
                entry.userAgent(),
                HexFormat.of().toHexDigits(entry.requestId()));
    }
}
