package chat.waddle.directory.account;

import chat.waddle.directory.secret.PasswordHasher;
import chat.waddle.directory.session.TokenMint;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Signs accounts in by e-mail and password. Thread-safe; checks passwords on the calling thread.
public final class Logins {
    /// Longer than any password that was ever accepted; hashing more would only cost time.
    private static final int PASSWORD_CHARS = 400;

    private final DirectoryStore store;
    private final PasswordHasher hasher;
    private final TokenMint mint;

    public Logins(DirectoryStore store, PasswordHasher hasher, TokenMint mint) {
        this.store = store;
        this.hasher = hasher;
        this.mint = mint;
    }

    public LoginOutcome login(String email, String password, Origin origin) {
        if (password.length() > PASSWORD_CHARS) {
            return new LoginOutcome.WrongCredentials();
        }
        String key = AccountRules.key(email.strip());
        Optional<AccountSql.Credentials> found =
                store.read(session -> session.sql(AccountSql.class).credentials(key));
        String stored = found.map(AccountSql.Credentials::passwordHash).orElse(null);
        Optional<PasswordHasher.Verdict> verdict = hasher.check(password, stored);
        if (verdict.isEmpty()) {
            return new LoginOutcome.Overloaded();
        }
        if (found.isEmpty() || stored == null || verdict.get() == PasswordHasher.Verdict.WRONG) {
            return new LoginOutcome.WrongCredentials();
        }
        boolean outdated = verdict.get() == PasswordHasher.Verdict.RIGHT_BUT_OUTDATED;
        String renewed = outdated ? hasher.hash(password).orElse(null) : null;
        return open(found.get(), stored, renewed, origin);
    }

    private LoginOutcome open(
            AccountSql.Credentials account, String checkedHash, @Nullable String renewed, Origin origin) {
        TokenMint.Minted minted = mint.newFamily();
        Origin self = origin.by(account.id());
        OpenSession change = new OpenSession(account.id(), checkedHash, renewed, minted.seed(), self);
        return switch (store.commit(change, self)) {
            case OpenSession.Opening.Done done ->
                new LoginOutcome.Welcome(new SignedIn(done.account(), done.session(), minted.tokens()));
            case OpenSession.Opening.PasswordChanged _ -> new LoginOutcome.WrongCredentials();
            case OpenSession.Opening.Suspended _ -> new LoginOutcome.Suspended();
            case OpenSession.Opening.Banned _ -> new LoginOutcome.Banned();
        };
    }
}
