package chat.waddle.directory.session;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import org.jspecify.annotations.Nullable;

/// Ends one sign-in of an account, or all but one.
///
/// @param only the one to end, or null for all
/// @param except the one that stays when all end, or null
record EndSessions(
        UserId user, @Nullable SessionId only, @Nullable SessionId except, EndReason reason, Origin origin)
        implements Change<Integer> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Integer> apply(Applying applying) {
        SessionBook book = new SessionBook(applying);
        int ended = only == null ? book.endAll(user, except, reason) : endOne(applying, book, only);
        if (ended == 0) {
            return Applied.unchanged(0);
        }
        AuditTrail.append(applying, origin, AuditEvent.account("session." + reason.stored(), user));
        return Applied.changed(ended, 0, user.value()).then(book::forgetCached);
    }

    private int endOne(Applying applying, SessionBook book, SessionId id) {
        for (SessionSql.SessionRow session : applying.sql(SessionSql.class).living(user)) {
            if (session.id().equals(id)) {
                book.end(session, reason);
                return 1;
            }
        }
        return 0;
    }
}
