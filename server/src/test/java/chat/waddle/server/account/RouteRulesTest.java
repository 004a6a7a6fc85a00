package chat.waddle.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.http.Access;
import chat.waddle.server.http.Method;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds for every endpoint of accounts, whichever they are.
class RouteRulesTest {
    private final AccountServer server;

    RouteRulesTest(@TempDir Path folder) {
        server = new AccountServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyEndpointHasARateLimit() {
        assertThat(server.routes())
                .hasSizeGreaterThan(20)
                .extracting(Route::rateLimit)
                .doesNotContain(RateLimit.NONE);
    }

    @Test
    void onlyTheWaysInAreOpenToEverybody() {
        assertThat(server.routes())
                .filteredOn(route -> route.access() instanceof Access.Public)
                .extracting(Route::operationId)
                .containsExactlyInAnyOrder("register", "login", "refresh", "enterAsGuest", "redeemSetupLink");
    }

    @Test
    void everyOtherEndpointIsClosedToNobodyToFalseTokensAndToTokensWithoutScope() {
        String scopeless = server.tokenWithoutScope("ada");
        for (Route route : closed()) {
            call(route, AccountServer.NOBODY).expect(401, "not_signed_in");
            call(route, "wa_" + "x".repeat(43)).expect(401, "invalid_token");
            call(route, "nonsense").expect(401, "invalid_token");
            call(route, scopeless).expect(403, "missing_scope");
        }
        assertThat(closed()).hasSizeGreaterThan(15);
    }

    private List<Route> closed() {
        return server.routes().stream()
                .filter(route -> !(route.access() instanceof Access.Public))
                .toList();
    }

    private Answer call(Route route, String token) {
        String path = route.path().substring(Route.API.length()).replaceAll("\\{[^}]*}", "1");
        String body = route.method() == Method.GET || route.bodyLimitBytes() == 0 ? null : "{}";
        return server.send(route.method().name(), path, token, body);
    }
}
