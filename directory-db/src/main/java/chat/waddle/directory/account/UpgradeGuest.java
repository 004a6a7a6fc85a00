package chat.waddle.directory.account;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.session.EndReason;
import chat.waddle.directory.session.SessionBook;
import chat.waddle.directory.session.SessionSeed;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;

/// Gives a guest e-mail, username and password; its id and history stay. Refused where the account is no guest.
record UpgradeGuest(UserId user, String email, String username, String passwordHash, SessionSeed session, Origin origin)
        implements Change<UpgradeGuest.Upgrade> {
    /// What the upgrade came to.
    sealed interface Upgrade {
        record Done(Account account, SessionId session) implements Upgrade {}

        record EmailTaken() implements Upgrade {}

        record UsernameTaken() implements Upgrade {}

        record NotAGuest() implements Upgrade {}
    }

    @Override
    public Applied<Upgrade> apply(Applying applying) {
        AccountSql sql = applying.sql(AccountSql.class);
        Account guest = sql.find(user).orElse(null);
        if (guest == null
                || guest.accountType() != AccountType.GUEST
                || !guest.accountStatus().mayEnter()) {
            return Applied.unchanged(new Upgrade.NotAGuest());
        }
        String emailKey = AccountRules.key(email);
        String usernameKey = AccountRules.key(username);
        if (sql.emailTaken(emailKey)) {
            return Applied.unchanged(new Upgrade.EmailTaken());
        }
        if (sql.usernameTaken(usernameKey)) {
            return Applied.unchanged(new Upgrade.UsernameTaken());
        }
        sql.upgradeGuest(user, email, emailKey, username, usernameKey, passwordHash, applying.now());
        SessionBook book = new SessionBook(applying);
        book.endAll(user, null, EndReason.PASSWORD);
        SessionId opened = book.open(user, session, origin);
        AuditTrail.append(applying, origin, AuditEvent.account("account.guest_upgraded", user));
        Account account = sql.find(user).orElseThrow();
        return Applied.<Upgrade>changed(new Upgrade.Done(account, opened), 0, user.value())
                .then(book::forgetCached);
    }
}
