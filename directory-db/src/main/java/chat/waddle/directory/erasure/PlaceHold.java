package chat.waddle.directory.erasure;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;

/// Puts a legal hold on an account or a community; empty where there is neither.
record PlaceHold(long subject, String reason, Origin origin) implements Change<Optional<LegalHold>> {
    @Override
    public Applied<Optional<LegalHold>> apply(Applying applying) {
        LegalHoldSql sql = applying.sql(LegalHoldSql.class);
        boolean user = sql.isUser(subject);
        if (!user && !sql.isWaddle(subject)) {
            return Applied.unchanged(Optional.empty());
        }
        sql.put(subject, user ? "user" : "waddle", reason, origin.actor(), applying.now());
        AuditTrail.append(
                applying, origin, event("legal_hold.placed", subject, user).because(reason));
        return Applied.changed(sql.find(subject), 0, subject);
    }

    static AuditEvent event(String action, long subject, boolean user) {
        return user ? AuditEvent.account(action, subject) : AuditEvent.waddle(action, new WaddleId(subject));
    }
}
