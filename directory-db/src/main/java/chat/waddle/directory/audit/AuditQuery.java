package chat.waddle.directory.audit;

import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import org.jspecify.annotations.Nullable;

/// Which lines of the audit log are wanted, newest first; null means any.
///
/// @param before the id of the last line of the page before, or null for the first page
/// @param limit at most 100 are given
public record AuditQuery(
        @Nullable WaddleId waddle,
        @Nullable UserId actor,
        @Nullable String action,
        @Nullable Long before,
        int limit) {
    /// Everything there is, newest first.
    public static AuditQuery newest(int limit) {
        return new AuditQuery(null, null, null, null, limit);
    }
}
