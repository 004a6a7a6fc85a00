package chat.waddle.server.account;

import chat.waddle.directory.session.RefreshOutcome;
import chat.waddle.directory.session.Sessions;
import chat.waddle.directory.session.Tokens;
import chat.waddle.ids.SessionId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Caller;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.util.List;

/// Sign-ins: refresh one, end it, list them, end others.
final class SessionRoutes {
    private static final String ALL = "/auth/sessions";
    private static final String ONE = ALL + "/{sessionId}";

    private final Sessions sessions;
    private final RequestOrigins origins;

    SessionRoutes(Sessions sessions, RequestOrigins origins) {
        this.sessions = sessions;
        this.origins = origins;
    }

    List<Route> routes() {
        Limits body = Limits.JSON_BODY_BYTES;
        Access signedIn = Access.SIGNED_IN;
        RateLimit limit = RateLimit.ACCOUNT;
        return List.of(
                Route.post("/auth/refresh", "refresh", Access.PUBLIC, RateLimit.REFRESH, body, this::refresh),
                Route.post("/auth/logout", "logout", signedIn, limit, Limits.NO_BODY, OwnSignIn.only(this::logout)),
                Route.get(ALL, "listSessions", signedIn, limit, OwnSignIn.only(this::list)),
                Route.delete(ALL, "endOtherSessions", signedIn, limit, OwnSignIn.only(this::endOthers)),
                Route.delete(ONE, "endSession", signedIn, limit, OwnSignIn.only(this::end)));
    }

    private void refresh(Exchange exchange) throws IOException {
        AccountRequests.Refresh body = exchange.body(AccountRequests.Refresh.class);
        Tokens tokens = switch (sessions.refresh(body.refreshToken(), origins.of(exchange))) {
            case RefreshOutcome.Refreshed refreshed -> refreshed.tokens();
            case RefreshOutcome.Refused _ ->
                throw new Problem.NotSignedIn("invalid_refresh_token", "This sign-in is unknown, expired or has ended.")
                        .asException();
            case RefreshOutcome.ReuseDetected _ ->
                throw new Problem.NotSignedIn(
                                "refresh_token_reused",
                                "This refresh token was used before; the sign-in has ended for safety.")
                        .asException();
        };
        exchange.json(200, TokensJson.of(tokens));
    }

    private void logout(Exchange exchange) {
        Caller caller = exchange.caller();
        sessions.logout(caller.userId(), caller.sessionId(), origins.of(exchange));
        exchange.empty(204);
    }

    private void list(Exchange exchange) throws IOException {
        Caller caller = exchange.caller();
        List<SessionJson> items = sessions.list(caller.userId()).stream()
                .map(session -> SessionJson.of(session, caller.sessionId()))
                .toList();
        exchange.json(200, new ItemList<>(items, null));
    }

    private void endOthers(Exchange exchange) {
        Caller caller = exchange.caller();
        int _ = sessions.revokeAll(caller.userId(), caller.sessionId(), origins.of(exchange));
        exchange.empty(204);
    }

    private void end(Exchange exchange) {
        SessionId session = new SessionId(exchange.pathId("sessionId"));
        if (!sessions.revoke(exchange.caller().userId(), session, origins.of(exchange))) {
            throw new Problem.NotFound("no_such_session", "You have no such sign-in.").asException();
        }
        exchange.empty(204);
    }
}
