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
import org.jspecify.annotations.Nullable;

/// Replaces an account by a tombstone: the person's data goes, the id stays, name and address become free.
///
/// @param checkedHash the stored hash its password matched a moment ago; null for an account that has no password
record BuryAccount(UserId user, @Nullable String checkedHash, Origin origin) implements Change<DeleteOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }

    @Override
    public Applied<DeleteOutcome> apply(Applying applying) {
        AccountSql sql = applying.sql(AccountSql.class);
        boolean same = sql.credentials(user)
                .filter(found -> java.util.Objects.equals(found.passwordHash(), checkedHash))
                .isPresent();
        if (!same) {
            return Applied.unchanged(new DeleteOutcome.WrongPassword());
        }
        int owned = sql.waddlesOwned(user);
        if (owned > 0) {
            return Applied.unchanged(new DeleteOutcome.OwnsWaddles(owned));
        }
        SessionBook book = new SessionBook(applying);
        book.endAll(user, null, EndReason.DELETED);
        book.revokeApiTokens(user);
        sql.deleteSettings(user);
        sql.deleteStatus(user);
        sql.deleteBookmarks(user);
        sql.deleteChannelLevels(user);
        sql.deleteSetupTokens(user);
        sql.bury(user, applying.now());
        AuditTrail.append(applying, origin, AuditEvent.account("account.deleted", user));
        return Applied.<DeleteOutcome>changed(new DeleteOutcome.Deleted(), 0, user.value())
                .then(book::forgetCached);
    }
}
