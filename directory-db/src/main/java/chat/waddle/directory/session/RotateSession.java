package chat.waddle.directory.session;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Replaces a sign-in's tokens, if the newest refresh token was presented.
///
/// The family part proves that the token was once ours, so a rotating part that is not the newest is an old one, used
/// again.
record RotateSession(TokenHash presented, SessionSeed next, Origin origin) implements Change<RotateSession.Rotation> {
    /// What the rotation came to.
    sealed interface Rotation {
        record Rotated(UserId user, SessionId session) implements Rotation {}

        record Refused() implements Rotation {}

        record Reused(UserId user, SessionId session) implements Rotation {}
    }

    @Override
    public Applied<Rotation> apply(Applying applying) {
        SessionSql sql = applying.sql(SessionSql.class);
        SessionSql.SessionRow session = sql.byFamily(next.family().text()).orElse(null);
        long now = applying.now();
        if (session == null || session.ended() || session.refreshExpiresAt() <= now) {
            return Applied.unchanged(new Rotation.Refused());
        }
        SessionBook book = new SessionBook(applying);
        if (!session.refreshHash().equals(presented.text())) {
            book.end(session, EndReason.REUSE);
            AuditTrail.append(applying, origin, AuditEvent.account("session.refresh_reused", session.user()));
            return Applied.<Rotation>changed(
                            new Rotation.Reused(session.user(), session.id()),
                            0,
                            session.id().value())
                    .then(book::forgetCached);
        }
        if (!sql.mayEnter(session.user(), now)) {
            return Applied.unchanged(new Rotation.Refused());
        }
        book.replaced(session);
        sql.rotate(
                session.id(),
                next.refresh().text(),
                next.access().text(),
                now + next.accessMillis(),
                now + next.refreshMillis(),
                origin.userAgent(),
                origin.ipPseudonym(),
                now);
        sql.seen(session.user(), now);
        return Applied.<Rotation>changed(
                        new Rotation.Rotated(session.user(), session.id()),
                        0,
                        session.id().value())
                .then(book::forgetCached);
    }
}
