package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.session.TokenMint;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The accounts that run this server, and what only they do to other accounts. Thread-safe.
public final class Operators {
    private static final Duration LINK_LIFE = Duration.ofDays(7);

    private final DirectoryStore store;
    private final InstantSource clock;
    private final TokenMint mint;

    public Operators(DirectoryStore store, InstantSource clock, TokenMint mint) {
        this.store = store;
        this.clock = clock;
        this.mint = mint;
    }

    /// Makes an operator without a password; the link in the answer sets it, once, within a week.
    public OperatorOutcome create(String email, String username, String displayName, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String checkedEmail = checks.email("email", email);
        String checkedUsername = AccountRules.username(checks, "username", username);
        String checkedName = checks.name("displayName", displayName, AccountRules.DISPLAY_NAME_LENGTH);
        if (!checks.passed()) {
            return new OperatorOutcome.Invalid(checks.problems());
        }
        String token = mint.newOneTimeToken();
        Instant expiresAt = clock.instant().plus(LINK_LIFE);
        CreateOperator change = new CreateOperator(
                checkedEmail, checkedUsername, checkedName, TokenHash.of(token), expiresAt.toEpochMilli(), origin);
        return switch (store.commit(change, origin)) {
            case CreateOperator.Creation.Done done ->
                new OperatorOutcome.Created(done.account(), new SetupLink(token, expiresAt));
            case CreateOperator.Creation.EmailTaken _ -> new OperatorOutcome.EmailTaken();
            case CreateOperator.Creation.UsernameTaken _ -> new OperatorOutcome.UsernameTaken();
        };
    }

    /// The operators, oldest first; there are only a few.
    public List<Account> list() {
        return store.read(session -> session.sql(AccountSql.class).operators());
    }

    /// An account by its e-mail address or username, for the command line.
    public Optional<Account> find(String emailOrUsername) {
        String key = AccountRules.key(emailOrUsername.strip());
        return store.read(session -> {
            AccountSql sql = session.sql(AccountSql.class);
            return key.contains("@") ? sql.byEmail(key) : sql.byUsername(key);
        });
    }

    /// Ends all sign-ins of an account and lets it not come back until it is reinstated.
    ///
    /// @return false when there is no such account or it was suspended before
    public boolean suspend(UserId user, String reason, Origin origin) {
        return store.commit(new SetSuspended(user, true, reason, origin), origin);
    }

    /// Lets a suspended account come back.
    ///
    /// @return false when there is no such account or it was not suspended
    public boolean reinstate(UserId user, String reason, Origin origin) {
        return store.commit(new SetSuspended(user, false, reason, origin), origin);
    }
}
