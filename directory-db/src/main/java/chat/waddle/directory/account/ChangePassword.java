package chat.waddle.directory.account;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.session.EndReason;
import chat.waddle.directory.session.SessionBook;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;

/// Replaces a password that was right a moment ago and ends all other sign-ins; empty if it changed meanwhile.
record ChangePassword(UserId user, String checkedHash, String newHash, SessionId keep, Origin origin)
        implements Change<Optional<Integer>> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Optional<Integer>> apply(Applying applying) {
        AccountSql sql = applying.sql(AccountSql.class);
        boolean unchanged = sql.credentials(user)
                .filter(found -> checkedHash.equals(found.passwordHash()))
                .isPresent();
        if (!unchanged) {
            return Applied.unchanged(Optional.empty());
        }
        sql.setPassword(user, newHash, applying.now());
        sql.deleteSetupTokens(user);
        SessionBook book = new SessionBook(applying);
        int ended = book.endAll(user, keep, EndReason.PASSWORD);
        AuditTrail.append(applying, origin, AuditEvent.account("account.password_changed", user));
        return Applied.changed(Optional.of(ended), 0, user.value()).then(book::forgetCached);
    }
}
