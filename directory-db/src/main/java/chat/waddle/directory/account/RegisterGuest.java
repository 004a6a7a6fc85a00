package chat.waddle.directory.account;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.session.SessionBook;
import chat.waddle.directory.session.SessionSeed;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Makes an account that has only a name, and signs it in.
record RegisterGuest(String displayName, SessionSeed session, Origin origin)
        implements Change<RegisterAccount.Registration.Done> {
    @Override
    public Applied<RegisterAccount.Registration.Done> apply(Applying applying) {
        AccountSql sql = applying.sql(AccountSql.class);
        UserId id = new UserId(applying.newId());
        sql.insert(
                id.value(),
                null,
                null,
                null,
                null,
                displayName,
                true,
                AccountType.GUEST.stored(),
                null,
                applying.now());
        Origin self = origin.by(id);
        SessionId opened = new SessionBook(applying).open(id, session, self);
        AuditTrail.append(applying, self, AuditEvent.account("account.guest_registered", id));
        return Applied.changed(
                new RegisterAccount.Registration.Done(sql.find(id).orElseThrow(), opened), 0, id.value());
    }
}
