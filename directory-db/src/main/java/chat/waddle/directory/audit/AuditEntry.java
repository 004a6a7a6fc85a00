package chat.waddle.directory.audit;

import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the audit log, newest lines have the greatest id.
///
/// @param changes a JSON object
public record AuditEntry(
        long id,
        Instant at,
        UserId actor,
        String action,
        String resourceType,
        String resourceId,
        @Nullable WaddleId waddle,
        String changes,
        String reason,
        String ipPseudonym,
        String userAgent,
        long requestId) {}
