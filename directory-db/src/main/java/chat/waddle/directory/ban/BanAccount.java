package chat.waddle.directory.ban;

import chat.waddle.directory.audit.AuditEvent;
import chat.waddle.directory.audit.AuditTrail;
import chat.waddle.directory.session.EndReason;
import chat.waddle.directory.session.SessionBook;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bans an account from the whole server and ends all its sign-ins.
///
/// @param expiresAt epoch milliseconds, or null for never
record BanAccount(UserId user, String reason, @Nullable Long expiresAt, Origin origin) implements Change<BanOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<BanOutcome> apply(Applying applying) {
        BanSql sql = applying.sql(BanSql.class);
        Optional<String> accountType = sql.accountType(user);
        if (accountType.isEmpty()) {
            return Applied.unchanged(new BanOutcome.NoSuchAccount());
        }
        if (accountType.get().equals("operator")) {
            return Applied.unchanged(new BanOutcome.IsOperator());
        }
        sql.put(user, reason, origin.actor(), applying.now(), expiresAt);
        SessionBook book = new SessionBook(applying);
        book.endAll(user, null, EndReason.BANNED);
        book.recheckApiTokens(user);
        AuditTrail.append(
                applying, origin, AuditEvent.account("account.banned", user).because(reason));
        GlobalBan ban = sql.find(user, Long.MIN_VALUE).orElseThrow();
        return Applied.<BanOutcome>changed(new BanOutcome.Banned(ban), 0, user.value())
                .then(book::forgetCached);
    }
}
