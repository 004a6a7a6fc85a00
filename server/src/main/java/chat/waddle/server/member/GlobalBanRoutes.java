package chat.waddle.server.member;

import chat.waddle.directory.ban.BanOutcome;
import chat.waddle.directory.ban.GlobalBan;
import chat.waddle.directory.ban.GlobalBans;
import chat.waddle.ids.UserId;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Bans from the whole server, for operators. They end all sign-ins at once.
public final class GlobalBanRoutes {
    private static final String ONE = "/admin/global-bans/{userId}";

    private final GlobalBans bans;
    private final RequestOrigins origins;
    private final InstantSource clock;

    public GlobalBanRoutes(GlobalBans bans, RequestOrigins origins, InstantSource clock) {
        this.bans = bans;
        this.origins = origins;
        this.clock = clock;
    }

    public List<Route> routes() {
        Access operator = Access.OPERATOR;
        RateLimit limit = RateLimit.ADMIN;
        return List.of(
                Route.get(ONE, "getGlobalBan", operator, limit, this::get),
                Route.put(ONE, "banAccount", operator, limit, Limits.JSON_BODY_BYTES, this::ban),
                Route.delete(ONE, "unbanAccount", operator, limit, this::lift));
    }

    private void get(Exchange exchange) throws IOException {
        GlobalBan ban = bans.find(user(exchange)).orElseThrow(GlobalBanRoutes::noSuchBan);
        exchange.json(200, GlobalBanJson.of(ban));
    }

    private void ban(Exchange exchange) throws IOException {
        MemberRequests.NewGlobalBan body = exchange.body(MemberRequests.NewGlobalBan.class);
        Instant expiresAt = Expiry.of(body.expiresAt(), body.expiresInSeconds(), clock.instant());
        GlobalBan ban = switch (bans.ban(user(exchange), body.reason(), expiresAt, origins.of(exchange))) {
            case BanOutcome.Banned banned -> banned.ban();
            case BanOutcome.NoSuchAccount _ ->
                throw new Problem.NotFound("no_such_user", "There is no such user.").asException();
            case BanOutcome.IsOperator _ ->
                throw new Problem.Conflict("is_operator", "Operators are not banned.").asException();
            case BanOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
        };
        exchange.json(200, GlobalBanJson.of(ban));
    }

    private void lift(Exchange exchange) {
        if (!bans.lift(user(exchange), origins.of(exchange))) {
            throw noSuchBan();
        }
        exchange.empty(204);
    }

    private static UserId user(Exchange exchange) {
        return new UserId(exchange.pathId("userId"));
    }

    private static ProblemException noSuchBan() {
        return new Problem.NotFound("no_such_ban", "This account is not banned.").asException();
    }
}
