package chat.waddle.server.status;

import chat.waddle.directory.status.StatusChange;
import chat.waddle.directory.status.StatusOutcome;
import chat.waddle.directory.status.UserStatus;
import chat.waddle.directory.status.UserStatuses;
import chat.waddle.ids.UserId;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What people say of themselves at the moment: one's own, and that of those with whom one shares a waddle.
public final class StatusRoutes {
    private static final String OWN = "/users/me/status";

    private final UserStatuses statuses;
    private final RequestOrigins origins;

    public StatusRoutes(UserStatuses statuses, RequestOrigins origins) {
        this.statuses = statuses;
        this.origins = origins;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(OWN, "getMyStatus", Access.SIGNED_IN, RateLimit.READS, this::own),
                Route.put(OWN, "setStatus", Access.SIGNED_IN, RateLimit.WRITES, Limits.JSON_BODY_BYTES, this::set),
                Route.delete(OWN, "clearStatus", Access.SIGNED_IN, RateLimit.WRITES, this::clear),
                Route.get("/users/{userId}/status", "getStatus", Access.SIGNED_IN, RateLimit.READS, this::get),
                Route.get("/status-presets", "listStatusPresets", Access.SIGNED_IN, RateLimit.READS, this::presets));
    }

    private void own(Exchange exchange) throws IOException {
        exchange.json(200, StatusJson.of(statuses.of(exchange.caller().userId())));
    }

    private void set(Exchange exchange) throws IOException {
        StatusRequests.SetStatus body = exchange.body(StatusRequests.SetStatus.class);
        Long seconds = body.expiresInSeconds();
        StatusChange change = new StatusChange(
                body.emoji(),
                body.text(),
                Boolean.TRUE.equals(body.doNotDisturb()),
                body.expiresAt(),
                seconds == null ? null : Duration.ofSeconds(seconds));
        UserStatus status = switch (statuses.set(exchange.caller().userId(), change, origins.of(exchange))) {
            case StatusOutcome.Done done -> done.status();
            case StatusOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
            case StatusOutcome.Missing _ -> throw DirectoryProblems.accountGone();
        };
        exchange.json(200, StatusJson.of(status));
    }

    private void clear(Exchange exchange) {
        UserStatus _ = statuses.clear(exchange.caller().userId(), origins.of(exchange));
        exchange.empty(204);
    }

    /// Who shares no waddle with the caller is as unknown as who does not exist.
    private void get(Exchange exchange) throws IOException {
        UserId user = new UserId(exchange.pathId("userId"));
        UserStatus status = statuses.seenBy(exchange.caller().userId(), user)
                .orElseThrow(() -> new Problem.NotFound("no_such_user", "There is no such user.").asException());
        exchange.json(200, StatusJson.of(status));
    }

    private void presets(Exchange exchange) throws IOException {
        exchange.json(200, new ItemList<>(StatusPreset.ALL, null));
    }
}
