package chat.waddle.directory.account;

import chat.waddle.directory.session.SessionBook;
import chat.waddle.directory.session.SessionSeed;
import chat.waddle.directory.store.Applying;
import chat.waddle.directory.store.Change;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Applied;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signs an account in whose password was right a moment ago, if nothing has changed since.
///
/// @param checkedHash the stored hash that the password matched
/// @param newHash replaces it when it was made at another cost, or null
record OpenSession(
        UserId user, String checkedHash, @Nullable String newHash, SessionSeed session, Origin origin)
        implements Change<OpenSession.Opening> {
    /// What the sign-in came to.
    sealed interface Opening {
        record Done(Account account, SessionId session) implements Opening {}

        record PasswordChanged() implements Opening {}

        record Suspended() implements Opening {}

        record Banned() implements Opening {}
    }

    @Override
    public Applied<Opening> apply(Applying applying) {
        AccountSql sql = applying.sql(AccountSql.class);
        Optional<AccountSql.Credentials> found = sql.credentials(user);
        if (found.isEmpty() || !checkedHash.equals(found.get().passwordHash())) {
            return Applied.unchanged(new Opening.PasswordChanged());
        }
        if (!found.get().status().mayEnter()) {
            return Applied.unchanged(new Opening.Suspended());
        }
        if (sql.banned(user, applying.now())) {
            return Applied.unchanged(new Opening.Banned());
        }
        if (newHash != null) {
            sql.setPassword(user, newHash, applying.now());
        }
        SessionBook book = new SessionBook(applying);
        SessionId opened = book.open(user, session, origin);
        Account account = sql.find(user).orElseThrow();
        return Applied.<Opening>changed(new Opening.Done(account, opened), 0, user.value())
                .then(book::forgetCached);
    }
}
