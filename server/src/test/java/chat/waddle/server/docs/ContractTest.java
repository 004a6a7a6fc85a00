package chat.waddle.server.docs;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.WaddleServer;
import chat.waddle.server.config.LogFormat;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.HttpSettings;
import chat.waddle.server.http.Lane;
import chat.waddle.server.http.Route;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The published contract and the running server say the same, both ways.
class ContractTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#(/[^\"]+)\"");

    @TempDir
    private Path data = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonNode contract = OpenApiDocument.load().tree();
    private Optional<WaddleServer> server = Optional.empty();

    @BeforeEach
    void start() {
        ServerConfig config = new ServerConfig(
                data,
                HttpSettings.local(),
                10_000_000_000L,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                LogFormat.TEXT);
        server = Optional.of(WaddleServer.open(config, (_, _, _) -> 0));
    }

    @AfterEach
    void stop() {
        client.close();
        server.ifPresent(WaddleServer::close);
    }

    @Test
    void everyRouteIsDescribedAndEverythingDescribedIsARoute() {
        Map<String, String> routes = new TreeMap<>();
        server().routes().api().forEach(route -> routes.put(place(route), route.operationId()));
        Map<String, String> described = new TreeMap<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(verb -> described.put(
                                verb.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                verb.getValue().path("operationId").asText())));
        assertThat(described).isEqualTo(routes).isNotEmpty();
    }

    @Test
    void publicRoutesAreDescribedAsPublicAndNoOthers() {
        for (Route route : server().routes().api()) {
            JsonNode operation = contract.path("paths")
                    .path(route.path())
                    .path(route.method().name().toLowerCase(Locale.ROOT));
            boolean open = operation.path("security").isArray()
                    && (operation.path("security").isEmpty()
                            || operation.path("security").findParents("bearer").isEmpty());
            assertThat(open).as(route.operationId()).isEqualTo(route.access() instanceof Access.Public);
        }
    }

    @Test
    void everyPathParameterIsDescribed() {
        for (Route route : server().routes().api()) {
            JsonNode path = contract.path("paths").path(route.path());
            JsonNode operation = path.path(route.method().name().toLowerCase(Locale.ROOT));
            Set<String> described = new HashSet<>();
            for (JsonNode parameters : new JsonNode[] {path.path("parameters"), operation.path("parameters")}) {
                parameters.forEach(parameter -> {
                    JsonNode resolved = parameter.has("$ref")
                            ? contract.at(parameter.path("$ref").asText().substring(1))
                            : parameter;
                    if (resolved.path("in").asText().equals("path")) {
                        described.add(resolved.path("name").asText());
                    }
                });
            }
            assertThat(described).as(route.operationId()).containsExactlyInAnyOrderElementsOf(route.parameters());
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        Matcher references = REFERENCE.matcher(MAPPER.writeValueAsString(contract));
        int count = 0;
        while (references.find()) {
            count++;
            assertThat(contract.at(references.group(1)).isMissingNode())
                    .as(references.group(1))
                    .isFalse();
        }
        assertThat(count).isPositive();
    }

    @Test
    void theServerServesItsContract() throws Exception {
        HttpResponse<String> answer = get("/openapi.json");
        assertThat(MAPPER.readTree(answer.body())).isEqualTo(contract);
    }

    @Test
    void thePageLoadsOnlyWhatTheServerHasAndRunsNothingInline() throws Exception {
        HttpResponse<String> page = get("/docs");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';")
                .contains("frame-ancestors 'none'");
        assertThat(page.body()).doesNotContainPattern("<script>|https?://|\\son[a-z]+=|javascript:");
        Matcher links = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(page.body());
        int count = 0;
        while (links.find()) {
            count++;
            HttpResponse<String> file = get(links.group(1));
            assertThat(file.statusCode()).as(links.group(1)).isEqualTo(200);
            assertThat(file.headers().firstValue("ETag")).isPresent();
            assertThat(file.headers().firstValue("Cache-Control")).contains("public, max-age=3600");
        }
        assertThat(count).isGreaterThan(3);
    }

    @Test
    void otherFilesOfTheJarAreNotServed() throws Exception {
        assertThat(get("/docs/index.html").statusCode()).isEqualTo(404);
        assertThat(get("/docs/..%2flogback.xml").statusCode()).isBetween(400, 404);
    }

    @Test
    void healthIsServedAtBothPlaces() throws Exception {
        for (String path : new String[] {"/health", "/api/v1/health", "/health/live", "/api/v1/health/ready"}) {
            HttpResponse<String> answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(MAPPER.readTree(answer.body()).path("status").asText()).isEqualTo("ok");
        }
    }

    @Test
    void requestsAreCountedByRouteAndNeverByTheClientsPath() throws Exception {
        get("/api/v1/made-up-by-the-client");
        String metrics = get("/metrics").body();
        assertThat(metrics)
                .contains("waddle_http_requests_seconds_count{route=\"unknown\",status=\"4xx\"} 1")
                .contains("jvm_memory_used_bytes")
                .contains("jetty_threads")
                .doesNotContain("made-up");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via", "X-Forwarded-Proto", "X-Real-IP"})
    void metricsAreNotShownToForwardedClients(String header) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server().uri() + "/metrics"))
                .header(header, "127.0.0.1")
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void everyLaneIsUsedAndWhateverHashesPasswordsHasItsOwn() {
        Map<Lane, Set<String>> lanes = server().routes().routes().stream()
                .collect(
                        Collectors.groupingBy(Route::lane, Collectors.mapping(Route::operationId, Collectors.toSet())));
        assertThat(lanes).containsOnlyKeys(Lane.values());
        assertThat(lanes.get(Lane.SIGN_IN))
                .containsExactlyInAnyOrder(
                        "register", "login", "redeemSetupLink", "upgradeGuest", "changePassword", "deleteMe");
        assertThat(lanes.get(Lane.SEARCH))
                .containsExactlyInAnyOrder("searchMessages", "searchConversation", "searchMyWaddles");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server().uri() + path)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private WaddleServer server() {
        return server.orElseThrow();
    }

    private static String place(Route route) {
        return route.method() + " " + route.path();
    }
}
