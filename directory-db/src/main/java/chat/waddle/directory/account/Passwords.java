package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.secret.PasswordHasher;
import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.session.TokenMint;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Changes passwords, and hands out links that set one once. Thread-safe; hashes on the calling thread.
public final class Passwords {
    private static final Duration LINK_LIFE = Duration.ofHours(24);

    private final DirectoryStore store;
    private final InstantSource clock;
    private final PasswordHasher hasher;
    private final TokenMint mint;

    public Passwords(DirectoryStore store, InstantSource clock, PasswordHasher hasher, TokenMint mint) {
        this.store = store;
        this.clock = clock;
        this.hasher = hasher;
        this.mint = mint;
    }

    /// Changes the password of somebody who knows the current one, and ends all other sign-ins.
    ///
    /// @param keep the sign-in that asks
    public PasswordOutcome change(UserId user, SessionId keep, String current, String wanted, Origin origin) {
        FieldChecks checks = new FieldChecks();
        AccountRules.password(checks, "newPassword", wanted);
        if (!checks.passed()) {
            return new PasswordOutcome.Invalid(checks.problems());
        }
        return switch (checkedHash(user, current)) {
            case PasswordCheck.Right right -> replace(user, keep, right.storedHash(), wanted, origin);
            case PasswordCheck.Wrong _ -> new PasswordOutcome.WrongPassword();
            case PasswordCheck.Overloaded _ -> new PasswordOutcome.Overloaded();
        };
    }

    private PasswordOutcome replace(UserId user, SessionId keep, String checkedHash, String wanted, Origin origin) {
        Optional<String> hash = hasher.hash(wanted);
        if (hash.isEmpty()) {
            return new PasswordOutcome.Overloaded();
        }
        Optional<Integer> ended = store.commit(new ChangePassword(user, checkedHash, hash.get(), keep, origin), origin);
        return ended.<PasswordOutcome>map(PasswordOutcome.Changed::new).orElseGet(PasswordOutcome.WrongPassword::new);
    }

    /// Compares a password with an account's; one without a password has no right one.
    public PasswordCheck checkedHash(UserId user, String password) {
        String stored = store.read(session -> session.sql(AccountSql.class).credentials(user))
                .map(AccountSql.Credentials::passwordHash)
                .orElse(null);
        Optional<PasswordHasher.Verdict> verdict = hasher.check(password, stored);
        if (verdict.isEmpty()) {
            return new PasswordCheck.Overloaded();
        }
        if (stored == null || verdict.get() == PasswordHasher.Verdict.WRONG) {
            return new PasswordCheck.Wrong();
        }
        return new PasswordCheck.Right(stored);
    }

    /// A link that lets its holder set the account's password within a day; the one before stops working.
    ///
    /// @return empty where there is no such account
    public Optional<SetupLink> resetLink(UserId user, Origin origin) {
        return link(user, SetupPurpose.PASSWORD_RESET, origin);
    }

    Optional<SetupLink> link(UserId user, SetupPurpose purpose, Origin origin) {
        String token = mint.newOneTimeToken();
        Instant expiresAt = clock.instant().plus(LINK_LIFE);
        IssueSetupLink change =
                new IssueSetupLink(user, TokenHash.of(token), purpose, expiresAt.toEpochMilli(), origin);
        return store.commit(change, origin) ? Optional.of(new SetupLink(token, expiresAt)) : Optional.empty();
    }

    /// Uses a link up and signs its account in.
    public RedeemOutcome redeem(String token, String password, Origin origin) {
        Optional<TokenHash> tokenHash = TokenMint.oneTimeHash(token);
        if (tokenHash.isEmpty()) {
            return new RedeemOutcome.Refused();
        }
        FieldChecks checks = new FieldChecks();
        AccountRules.password(checks, "password", password);
        if (!checks.passed()) {
            return new RedeemOutcome.Invalid(checks.problems());
        }
        Optional<String> hash = hasher.hash(password);
        if (hash.isEmpty()) {
            return new RedeemOutcome.Overloaded();
        }
        TokenMint.Minted minted = mint.newFamily();
        return store.commit(new RedeemSetupLink(tokenHash.get(), hash.get(), minted.seed(), origin), origin)
                .<RedeemOutcome>map(done ->
                        new RedeemOutcome.Redeemed(new SignedIn(done.account(), done.session(), minted.tokens())))
                .orElseGet(RedeemOutcome.Refused::new);
    }
}
