package chat.waddle.community;

import chat.waddle.ids.UserId;
import org.jspecify.annotations.Nullable;

/// One line of a waddle's audit log. Immutable.
///
/// @param id orders the log and tells the time, as [chat.waddle.ids.IdClock#millisOf] reads it
/// @param action the code of an [AuditAction]
/// @param resourceId the public id of what it was done to
/// @param changes a JSON array of `{"field", "before", "after"}`
public record AuditEntry(
        long id,
        UserId actor,
        String action,
        String resourceType,
        long resourceId,
        @Nullable String reason,
        String changes) {}
