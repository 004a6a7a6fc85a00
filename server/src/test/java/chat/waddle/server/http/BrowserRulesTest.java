package chat.waddle.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which pages a browser lets read our answers, and the ids of requests.
class BrowserRulesTest extends OnBothPaths {
    private static final String FRIEND = "https://chat.example.org";

    private final ServerUnderTest server = new ServerUnderTest(
            HttpSettings.local().withOrigins(List.of(FRIEND)),
            HttpParts.none(),
            Route.get("/here", "here", Access.PUBLIC, RateLimit.NONE, exchange -> exchange.empty(204)));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anAllowedPageMayRead() {
        HttpResponse<String> answer = server.get("/api/v1/here", "Origin", FRIEND);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(FRIEND);
        assertThat(answer.headers().firstValue("Vary")).contains("Origin");
    }

    @Test
    void anAllowedPageMayReadRefusalsToo() {
        HttpResponse<String> answer = server.get("/api/v1/nothing", "Origin", FRIEND);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(FRIEND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org",
                "https://chat.example.org.evil.org",
                "http://chat.example.org",
                "null"
            })
    void anyOtherPageMayNot(String origin) {
        HttpResponse<String> answer = server.get("/api/v1/here", "Origin", origin);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void aPreflightIsAnsweredForAnAllowedPageOnly() {
        HttpResponse<String> allowed = preflight(FRIEND);
        assertThat(allowed.statusCode()).isEqualTo(204);
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Headers").orElse(""))
                .contains("Authorization");
        assertThat(allowed.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        HttpResponse<String> other = preflight("https://evil.example.org");
        assertThat(other.headers().firstValue("Access-Control-Allow-Methods")).isEmpty();
        assertThat(other.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "chat.example.org", "https://chat.example.org/", "ftp://a.org", "https://", ""})
    void whatIsNoOriginIsNotAccepted(String entry) {
        assertThatThrownBy(() -> HttpSettings.local().withOrigins(List.of(entry)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an origin");
    }

    @Test
    void aSaneRequestIdIsKept() {
        HttpResponse<String> answer = server.get("/api/v1/here", "X-Request-Id", "proxy-7.a_B");
        assertThat(answer.headers().firstValue("X-Request-Id")).contains("proxy-7.a_B");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b", "<script>", "ä", "0123456789012345678901234567890123456789012345678901234567890123456789"
            })
    void anOddRequestIdIsReplaced(String id) {
        String given = server.get("/api/v1/here", "X-Request-Id", id)
                .headers()
                .firstValue("X-Request-Id")
                .orElse("");
        assertThat(given).matches("[0-9a-f]{16}");
    }

    private HttpResponse<String> preflight(String origin) {
        return server.send(server.request("/api/v1/here", "Origin", origin, "Access-Control-Request-Method", "GET")
                .method("OPTIONS", BodyPublishers.noBody()));
    }
}
