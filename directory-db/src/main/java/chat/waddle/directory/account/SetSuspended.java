package chat.waddle.directory.account;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.session.EndReason;
import chat.waddle.directory.session.SessionBook;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Suspends or reinstates an account; false when it already is so or does not exist.
record SetSuspended(UserId user, boolean suspended, String reason, Origin origin) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        AccountSql sql = applying.sql(AccountSql.class);
        boolean differs = sql.find(user)
                .filter(account -> (account.accountStatus() == AccountStatus.SUSPENDED) != suspended)
                .isPresent();
        if (!differs) {
            return Applied.unchanged(false);
        }
        AccountStatus status = suspended ? AccountStatus.SUSPENDED : AccountStatus.ACTIVE;
        sql.setStatus(user, status.stored(), applying.now());
        SessionBook book = new SessionBook(applying);
        if (suspended) {
            book.endAll(user, null, EndReason.SUSPENDED);
        }
        book.recheckApiTokens(user);
        String action = suspended ? "account.suspended" : "account.reinstated";
        AuditTrail.append(applying, origin, AuditEvent.account(action, user).because(reason));
        return Applied.changed(true, 0, user.value()).then(book::forgetCached);
    }
}
