package chat.waddle.directory.session;

import chat.waddle.directory.field.FieldChecks;
import chat.waddle.directory.field.FieldProblem;
import chat.waddle.directory.secret.TokenHash;
import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Long-lived tokens for programs, each with the scopes it was given; at most 50 living ones per account.
///
/// Thread-safe.
public final class ApiTokens {
    private static final int SCOPES_LIMIT = 50;
    private static final Pattern SCOPE = Pattern.compile("\\*|[a-z][a-z0-9_.:-]{0,63}");

    private final DirectoryStore store;
    private final InstantSource clock;
    private final TokenMint mint;

    public ApiTokens(DirectoryStore store, InstantSource clock, TokenMint mint) {
        this.store = store;
        this.clock = clock;
        this.mint = mint;
    }

    /// A token without its secret.
    public record View(
            SessionId id,
            String name,
            Set<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    /// What came of asking for a token.
    public sealed interface CreateOutcome {
        /// The token exists from now on.
        ///
        /// @param token shown this once; it stands nowhere else
        record Created(SessionId id, String token) implements CreateOutcome {
            @Override
            public String toString() {
                return "Created[" + id + ", hidden]";
            }
        }

        record Invalid(List<FieldProblem> problems) implements CreateOutcome {}

        /// The account has as many as it may have, or may not sign in.
        record Refused() implements CreateOutcome {}
    }

    /// Makes a token for an account.
    ///
    /// @param scopes what the token may do; `*` for everything the account may
    /// @param expiresAt null for never
    public CreateOutcome create(
            UserId user, String name, Set<String> scopes, @Nullable Instant expiresAt, Origin origin) {
        FieldChecks checks = new FieldChecks();
        String checkedName = checks.name("name", name, 100);
        if (scopes.isEmpty()
                || scopes.size() > SCOPES_LIMIT
                || !scopes.stream().allMatch(scope -> SCOPE.matcher(scope).matches())) {
            checks.refuse("scopes", "invalid_scopes", "Must be 1 to 50 names such as messages.read, or *.");
        }
        if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
            checks.refuse("expiresAt", "in_the_past", "Must lie in the future.");
        }
        if (!checks.passed()) {
            return new CreateOutcome.Invalid(checks.problems());
        }
        String token = mint.newApiToken();
        Long expiry = expiresAt == null ? null : expiresAt.toEpochMilli();
        CreateApiToken change = new CreateApiToken(
                user, TokenHash.of(token), checkedName, scopes.stream().sorted().toList(), expiry, origin);
        Optional<SessionId> id = store.commit(change, origin);
        if (id.isEmpty()) {
            return new CreateOutcome.Refused();
        }
        return new CreateOutcome.Created(id.get(), token);
    }

    /// The tokens that are not revoked, newest first.
    public List<View> list(UserId user) {
        return store.read(session -> session.sql(ApiTokenSql.class).list(user)).stream()
                .map(row -> new View(
                        row.id(), row.name(), Scopes.parse(row.scopesJson()), row.createdAt(), row.expiresAt()))
                .toList();
    }

    /// Ends a token for good.
    ///
    /// @return false when the account has no such living token
    public boolean revoke(UserId user, SessionId token, Origin origin) {
        return store.commit(new RevokeApiToken(user, token, origin), origin);
    }
}
