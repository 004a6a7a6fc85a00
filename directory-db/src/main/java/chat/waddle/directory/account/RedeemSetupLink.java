package chat.waddle.directory.account;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.session.EndReason;
import chat.waddle.directory.session.SessionBook;
import chat.waddle.directory.session.SessionSeed;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;

/// Uses a one-time link up: sets the password, ends every sign-in and API token before and opens a
/// new sign-in; empty if it is no good.
record RedeemSetupLink(TokenHash hash, String passwordHash, SessionSeed session, Origin origin)
        implements Change<Optional<RedeemSetupLink.Redeemed>> {
    /// The account as it stands now.
    record Redeemed(Account account, SessionId session) {}

    @Override
    public Applied<Optional<Redeemed>> apply(Applying applying) {
        AccountSql sql = applying.sql(AccountSql.class);
        SetupSql setup = applying.sql(SetupSql.class);
        long now = applying.now();
        Optional<Account> account = setup.userOf(hash.text(), now)
                .flatMap(sql::find)
                .filter(found -> found.accountStatus().mayEnter() && !sql.banned(found.id(), now));
        if (account.isEmpty()) {
            return Applied.unchanged(Optional.empty());
        }
        UserId user = account.get().id();
        Origin self = origin.by(user);
        setup.forget(user);
        sql.setPassword(user, passwordHash, now);
        SessionBook book = new SessionBook(applying);
        book.endAll(user, null, EndReason.PASSWORD);
        book.revokeApiTokens(user);
        SessionId opened = book.open(user, session, self);
        AuditTrail.append(applying, self, AuditEvent.account("account.setup_link_redeemed", user));
        Redeemed redeemed = new Redeemed(sql.find(user).orElseThrow(), opened);
        return Applied.changed(Optional.of(redeemed), 0, user.value()).then(book::forgetCached);
    }
}
