package chat.waddle.community;

import chat.waddle.chain.ChainCheck;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The audit log of a waddle, newest first. Valid only inside the callback that got it.
public final class AuditLog {
    public static final int CHECKED_AT_ONCE = 1000;

    private final AuditSql sql;

    public AuditLog(Session session) {
        sql = session.sql(AuditSql.class);
    }

    /// @param actor only what this user did; null for everybody
    /// @param action only this; null for everything
    /// @param before the `next` of the page before; [Long#MAX_VALUE] to begin
    public Page<AuditEntry, Long> page(@Nullable UserId actor, @Nullable AuditAction action, long before, int limit) {
        return Page.of(entries(actor, action, before, limit + 1), limit, AuditEntry::id);
    }

    /// Gives a check the entries that follow those it has seen.
    ///
    /// @return how many there were; fewer than [#CHECKED_AT_ONCE] at the end of the log
    public int feed(ChainCheck check) {
        List<AuditSql.ChainedEntry> entries = sql.chainedAfter(check.lastId(), CHECKED_AT_ONCE);
        entries.forEach(entry -> check.add(entry.id(), entry.chain(), entry.redacted() ? null : entry.fields()));
        return entries.size();
    }

    private List<AuditEntry> entries(@Nullable UserId actor, @Nullable AuditAction action, long before, int limit) {
        if (actor == null) {
            return action == null ? sql.before(before, limit) : sql.ofAction(action.code(), before, limit);
        }
        return action == null
                ? sql.ofActor(actor, before, limit)
                : sql.ofActorAndAction(actor, action.code(), before, limit);
    }
}
