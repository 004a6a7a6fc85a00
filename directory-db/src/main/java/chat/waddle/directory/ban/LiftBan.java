package chat.waddle.directory.ban;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Ends a ban before its time; false when there is none.
record LiftBan(UserId user, Origin origin) implements Change<Boolean> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<Boolean> apply(Applying applying) {
        BanSql sql = applying.sql(BanSql.class);
        if (sql.find(user, Long.MIN_VALUE).isEmpty()) {
            return Applied.unchanged(false);
        }
        sql.lift(user);
        AuditTrail.append(applying, origin, AuditEvent.account("account.unbanned", user));
        return Applied.changed(true, 0, user.value());
    }
}
