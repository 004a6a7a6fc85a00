package chat.waddle.directory.audit;

import chat.waddle.ids.WaddleId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What an entry of the audit log tells, apart from who, when and from where.
///
/// @param action `noun.verb`, at most 100 characters
/// @param resourceType kind of thing it was done to
/// @param waddle the community it belongs to, or null for the whole server
/// @param changes field names with their new values; never a secret or the text of a message
/// @param reason as the actor gave it, may be empty
public record AuditEvent(
        String action,
        String resourceType,
        String resourceId,
        @Nullable WaddleId waddle,
        Map<String, String> changes,
        String reason) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int CHANGES_LIMIT = 100;
    private static final int REASON_LENGTH = 1000;

    public AuditEvent {
        if (action.isEmpty() || action.length() > 100 || resourceType.isEmpty() || resourceType.length() > 50) {
            throw new IllegalArgumentException("audit action and resource type must be short names: " + action);
        }
        if (resourceId.length() > 100 || changes.size() > CHANGES_LIMIT) {
            throw new IllegalArgumentException("audit event is too large: " + action);
        }
        changes = new TreeMap<>(changes);
        if (reason.codePointCount(0, reason.length()) > REASON_LENGTH) {
            reason = reason.substring(0, reason.offsetByCodePoints(0, REASON_LENGTH));
        }
    }

    /// Something done to an account.
    public static AuditEvent account(String action, Object id) {
        return new AuditEvent(action, "user", id.toString(), null, Map.of(), "");
    }

    /// Something done to a community.
    public static AuditEvent waddle(String action, WaddleId id) {
        return new AuditEvent(action, "waddle", id.toString(), id, Map.of(), "");
    }

    public AuditEvent with(Map<String, String> newChanges) {
        return new AuditEvent(action, resourceType, resourceId, waddle, newChanges, reason);
    }

    public AuditEvent because(String newReason) {
        return new AuditEvent(action, resourceType, resourceId, waddle, changes, newReason);
    }

    /// The changes as a JSON object with sorted names.
    @JsonIgnore
    String changesJson() {
        try {
            return MAPPER.writeValueAsString(changes);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings is always JSON", e);
        }
    }
}
