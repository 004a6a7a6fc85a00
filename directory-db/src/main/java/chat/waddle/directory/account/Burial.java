package chat.waddle.directory.account;

import chat.waddle.directory.session.EndReason;
import chat.waddle.directory.session.SessionBook;
import chat.waddle.directory.store.Applying;
import chat.waddle.ids.UserId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Takes an account out of use inside a change: a tombstone whose id stays and whose name and address become free.
///
/// Used by the writer only.
public final class Burial {
    /// In ?1 the account. What is kept of it beside the tombstone when it is buried, and goes with an erasure.
    private static final List<String> LEFT_OVER = List.of(
            "DELETE FROM sessions WHERE user_id = ?1",
            "DELETE FROM tokens WHERE user_id = ?1",
            "DELETE FROM exports WHERE user_id = ?1",
            "DELETE FROM import_users WHERE user_id = ?1",
            "DELETE FROM waddle_members WHERE user_id = ?1",
            "DELETE FROM global_bans WHERE user_id = ?1",
            "UPDATE global_bans SET reason = 'Erased' WHERE banned_by = ?1");

    private final Applying applying;
    private final AccountSql sql;
    private final SessionBook book;
    private final UserId user;

    public Burial(Applying applying, UserId user) {
        this.applying = applying;
        this.sql = applying.sql(AccountSql.class);
        this.book = new SessionBook(applying);
        this.user = user;
    }

    /// The account, if it is not buried yet.
    public @Nullable Account living() {
        return sql.find(user).orElse(null);
    }

    /// Whether the account lives and still has the password that was checked a moment ago.
    ///
    /// @param checkedHash null for an account without a password
    public boolean hasPassword(@Nullable String checkedHash) {
        return sql.credentials(user)
                .filter(found -> Objects.equals(found.passwordHash(), checkedHash))
                .isPresent();
    }

    /// Whether there is or was such an account.
    public boolean isKnown() {
        return !sql.profiles(List.of(user.value())).isEmpty();
    }

    public int waddlesOwned() {
        return sql.waddlesOwned(user);
    }

    /// Ends all sign-ins and lets nobody in; everything else stays as it is.
    public void lock() {
        sql.setStatus(user, AccountStatus.SUSPENDED.stored(), applying.now());
        book.endAll(user, null, EndReason.SUSPENDED);
        book.recheckApiTokens(user);
    }

    public void bury() {
        book.endAll(user, null, EndReason.DELETED);
        book.revokeApiTokens(user);
        sql.deleteSettings(user);
        sql.deleteStatus(user);
        sql.deleteBookmarks(user);
        sql.deleteReminders(user);
        sql.deleteChannelLevels(user);
        sql.deleteSetupTokens(user);
        sql.bury(user, applying.now());
    }

    /// Removes what a burial leaves of the person beside the tombstone.
    public void clearLeftOver() throws java.sql.SQLException {
        for (String statement : LEFT_OVER) {
            var delete = applying.transaction().kept(statement);
            delete.setLong(1, user.value());
            delete.executeUpdate();
        }
    }

    /// To be run after the commit.
    public void forgetCached() {
        book.forgetCached();
    }
}
