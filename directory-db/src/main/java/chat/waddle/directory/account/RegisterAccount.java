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

/// Makes an account with e-mail, username and password, and signs it in.
record RegisterAccount(
        String email, String username, String displayName, String passwordHash, SessionSeed session, Origin origin)
        implements Change<RegisterAccount.Registration> {
    /// What the registration came to.
    sealed interface Registration {
        record Done(Account account, SessionId session) implements Registration {}

        record EmailTaken() implements Registration {}

        record UsernameTaken() implements Registration {}
    }

    @Override
    public Applied<Registration> apply(Applying applying) {
        AccountSql sql = applying.sql(AccountSql.class);
        String emailKey = AccountRules.key(email);
        String usernameKey = AccountRules.key(username);
        if (sql.emailTaken(emailKey)) {
            return Applied.unchanged(new Registration.EmailTaken());
        }
        if (sql.usernameTaken(usernameKey)) {
            return Applied.unchanged(new Registration.UsernameTaken());
        }
        UserId id = new UserId(applying.newId());
        sql.insert(
                id.value(),
                email,
                emailKey,
                username,
                usernameKey,
                displayName,
                false,
                AccountType.MEMBER.stored(),
                passwordHash,
                applying.now());
        Origin self = origin.by(id);
        SessionBook book = new SessionBook(applying);
        SessionId opened = book.open(id, session, self);
        AuditTrail.append(applying, self, AuditEvent.account("account.registered", id));
        Account account = sql.find(id).orElseThrow();
        return Applied.<Registration>changed(new Registration.Done(account, opened), 0, id.value())
                .then(book::forgetCached);
    }
}
