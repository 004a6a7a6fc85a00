package chat.waddle.server.waddle;

import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.sqlite.command.Request;
import java.io.IOException;
import java.util.List;

/// Into a waddle by an invite or, if it is public, as one likes; and out of it.
final class JoiningRoutes {
    private final Joining joining;
    private final WaddleCatalogue catalogue;
    private final RequestOrigins origins;

    JoiningRoutes(Joining joining, WaddleCatalogue catalogue, RequestOrigins origins) {
        this.joining = joining;
        this.catalogue = catalogue;
        this.origins = origins;
    }

    List<Route> routes() {
        Access signedIn = Access.SIGNED_IN;
        Limits none = Limits.NO_BODY;
        return List.of(
                Route.post("/invites/{code}/join", "joinByInvite", signedIn, RateLimit.JOIN, none, this::byInvite),
                Route.post("/waddles/{waddleId}/join", "joinWaddle", signedIn, RateLimit.JOIN, none, this::publicly),
                Route.post(
                        "/waddles/{waddleId}/leave",
                        "leaveWaddle",
                        Access.MEMBER,
                        RateLimit.WRITES,
                        none,
                        this::leave));
    }

    private void byInvite(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        send(exchange, joining.byInvite(exchange.path("code"), user, request(exchange), origins.of(exchange)));
    }

    private void publicly(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        send(exchange, joining.publicly(exchange.path("waddleId"), user, request(exchange), origins.of(exchange)));
    }

    private void send(Exchange exchange, WaddleId id) throws IOException {
        Waddle waddle = catalogue.find(id).orElseThrow(CommunityProblems::noSuchWaddle);
        exchange.json(200, WaddleJson.of(waddle));
    }

    private void leave(Exchange exchange) {
        joining.leave(Visit.of(exchange), request(exchange), origins.of(exchange));
        exchange.empty(204);
    }

    private static Request request(Exchange exchange) {
        return new Request(exchange.caller().userId().value(), exchange.requestNumber());
    }
}
