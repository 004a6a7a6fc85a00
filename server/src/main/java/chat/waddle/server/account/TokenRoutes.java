package chat.waddle.server.account;

import chat.waddle.directory.session.ApiTokens;
import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.http.Scope;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// API tokens of one's own, for programs.
final class TokenRoutes {
    private static final String ALL = "/users/me/tokens";
    private static final String ONE = ALL + "/{tokenId}";

    private static final Set<String> SCOPES =
            DirectoryAuthenticator.GRANTABLE.stream().map(Scope::label).collect(Collectors.toUnmodifiableSet());

    private final ApiTokens tokens;
    private final RequestOrigins origins;
    private final InstantSource clock;

    TokenRoutes(ApiTokens tokens, RequestOrigins origins, InstantSource clock) {
        this.tokens = tokens;
        this.origins = origins;
        this.clock = clock;
    }

    List<Route> routes() {
        Access signedIn = Access.SIGNED_IN;
        RateLimit limit = RateLimit.ACCOUNT;
        return List.of(
                Route.get(ALL, "listTokens", signedIn, limit, OwnSignIn.only(this::list)),
                Route.post(ALL, "createToken", signedIn, limit, Limits.JSON_BODY_BYTES, OwnSignIn.only(this::create)),
                Route.delete(ONE, "revokeToken", signedIn, limit, OwnSignIn.only(this::revoke)));
    }

    private void list(Exchange exchange) throws IOException {
        List<ApiTokenJson> items = tokens.list(exchange.caller().userId()).stream()
                .map(ApiTokenJson::of)
                .toList();
        exchange.json(200, new ItemList<>(items, null));
    }

    private void create(Exchange exchange) throws IOException {
        AccountRequests.NewToken body = exchange.body(AccountRequests.NewToken.class);
        check(body);
        UserId user = exchange.caller().userId();
        ApiTokens.CreateOutcome outcome =
                tokens.create(user, body.name(), Set.copyOf(body.scopes()), body.expiresAt(), origins.of(exchange));
        switch (outcome) {
            case ApiTokens.CreateOutcome.Created created ->
                exchange.json(201, ApiTokenJson.of(view(user, created.id()), created.token()));
            case ApiTokens.CreateOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
            case ApiTokens.CreateOutcome.Refused _ ->
                throw new Problem.Conflict("too_many_tokens", "Revoke a token first: you have as many as you may.")
                        .asException();
        }
    }

    private void check(AccountRequests.NewToken body) {
        Instant expiresAt = body.expiresAt();
        boolean later = expiresAt == null || expiresAt.isAfter(clock.instant());
        new FieldChecks()
                .text("name", body.name(), Limits.TOKEN_NAME)
                .items("scopes", body.scopes(), Limits.TOKEN_SCOPES)
                .that(areKnown(body.scopes()), "scopes", "unknown_scope", "May be read, write and admin.")
                .that(later, "expiresAt", "in_the_past", "Must lie in the future.")
                .orThrow();
    }

    /// The client may have sent null among them.
    private static boolean areKnown(List<String> scopes) {
        return scopes.stream().noneMatch(Objects::isNull) && SCOPES.containsAll(scopes);
    }

    private ApiTokens.View view(UserId user, SessionId token) {
        return tokens.list(user).stream()
                .filter(view -> view.id().equals(token))
                .findFirst()
                .orElseThrow(DirectoryProblems::accountGone);
    }

    private void revoke(Exchange exchange) {
        SessionId token = new SessionId(exchange.pathId("tokenId"));
        if (!tokens.revoke(exchange.caller().userId(), token, origins.of(exchange))) {
            throw new Problem.NotFound("no_such_token", "You have no such token.").asException();
        }
        exchange.empty(204);
    }
}
