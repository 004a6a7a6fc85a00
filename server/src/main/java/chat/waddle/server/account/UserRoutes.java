package chat.waddle.server.account;

import chat.waddle.directory.account.Profiles;
import chat.waddle.directory.account.PublicProfile;
import chat.waddle.ids.UserId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.util.List;

/// Other people, as far as everybody may see them.
final class UserRoutes {
    private final Profiles profiles;

    UserRoutes(Profiles profiles) {
        this.profiles = profiles;
    }

    List<Route> routes() {
        return List.of(Route.get("/users/{userId}", "getUser", Access.SIGNED_IN, RateLimit.READS, this::get));
    }

    private void get(Exchange exchange) throws IOException {
        PublicProfile profile = profiles.profile(new UserId(exchange.pathId("userId")))
                .orElseThrow(() -> new Problem.NotFound("no_such_user", "There is no such user.").asException());
        exchange.json(200, UserJson.of(profile));
    }
}
