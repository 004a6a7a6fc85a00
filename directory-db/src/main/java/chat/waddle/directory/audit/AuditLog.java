package chat.waddle.directory.audit;

import chat.waddle.chain.ChainCheck;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.CommandTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who did what to whom. Lines are only ever added; changes of the directory add theirs in their own transaction.
///
/// Thread-safe.
public final class AuditLog {
    private static final int PAGE_LIMIT = 100;
    private static final int CHECKED_AT_ONCE = 1000;
    private static final long ANY_ACTOR = -1;

    private final DirectoryStore store;

    public AuditLog(DirectoryStore store) {
        this.store = store;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(60, "record_audit", RecordAudit.class);
    }

    /// Adds what happened outside the directory's own changes.
    public void append(List<AuditEvent> events, Origin origin) {
        if (events.isEmpty()) {
            return;
        }
        store.commit(new RecordAudit(List.copyOf(events), origin), origin);
    }

    /// Follows the whole log; takes a read for each thousand lines.
    public ChainCheck.Report verify() {
        ChainCheck check = new ChainCheck();
        int read;
        do {
            read = store.read(session -> {
                List<AuditSql.ChainedLine> lines =
                        session.sql(AuditSql.class).chainedAfter(check.lastId(), CHECKED_AT_ONCE);
                lines.forEach(line -> check.add(line.id(), line.chain(), line.redacted() ? null : line.fields()));
                return lines.size();
            });
        } while (read == CHECKED_AT_ONCE);
        return check.report();
    }

    public List<AuditEntry> page(AuditQuery query) {
        int limit = Math.clamp(query.limit(), 1, PAGE_LIMIT);
        Long from = query.before();
        long before = from == null ? Long.MAX_VALUE : from;
        return store.read(session -> {
            AuditSql sql = session.sql(AuditSql.class);
            UserId actor = query.actor();
            String action = query.action();
            if (query.waddle() != null) {
                return sql.ofWaddle(
                        query.waddle(),
                        actor == null ? ANY_ACTOR : actor.value(),
                        action == null ? "" : action,
                        before,
                        limit);
            }
            return page(sql, actor, action, before, limit);
        });
    }

    private static List<AuditEntry> page(
            AuditSql sql, @Nullable UserId actor, @Nullable String action, long before, int limit) {
        if (actor != null && action != null) {
            return sql.byActorAndAction(actor.value(), action, before, limit);
        }
        if (actor != null) {
            return sql.byActor(actor.value(), before, limit);
        }
        return action == null ? sql.all(before, limit) : sql.byAction(action, before, limit);
    }
}
