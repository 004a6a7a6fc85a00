package chat.waddle.server.account;

import chat.waddle.directory.Directory;
import chat.waddle.directory.DirectoryConfig;
import chat.waddle.directory.account.OperatorOutcome;
import chat.waddle.directory.secret.Argon2Cost;
import chat.waddle.directory.session.ApiTokens;
import chat.waddle.directory.session.SessionLifetimes;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.WaddleLimits;
import chat.waddle.ids.UserId;
import chat.waddle.server.audit.AuditRoutes;
import chat.waddle.server.contract.ResponseContract;
import chat.waddle.server.http.HttpParts;
import chat.waddle.server.http.HttpServer;
import chat.waddle.server.http.HttpSettings;
import chat.waddle.server.http.Route;
import chat.waddle.server.http.RouteTable;
import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.SqliteThreads;
import chat.waddle.sqlite.command.EngineListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A real server with accounts on a real directory, a clock that stands still until it is moved, cheap passwords, and
/// a client that holds every answer to the contract.
public final class AccountServer implements AutoCloseable {
    static final String PASSWORD = "Correct-horse-7";
    static final String NOBODY = "";
    private static final ResponseContract CONTRACT = ResponseContract.published();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-20T08:00:00Z"));
    private final SqliteThreads threads = SqliteThreads.start(1, 2);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Directory directory;
    private final List<Route> routes;
    private final HttpServer server;

    /// Without rate limits.
    public AccountServer(Path folder) {
        this(folder, HttpSettings.local().withRateLimits(false, Map.of()));
    }

    AccountServer(Path folder, HttpSettings settings) {
        InstantSource clock = now::get;
        directory = Directory.open(
                new DirectoryConfig(
                        folder.resolve("directory.sqlite"),
                        FileOptions.withLimit(100_000_000),
                        SessionLifetimes.STANDARD,
                        new Argon2Cost(64, 1, 1),
                        2,
                        100,
                        WaddleLimits.STANDARD,
                        0),
                threads,
                clock,
                EngineListener.NONE);
        RequestOrigins origins = new RequestOrigins(AddressPseudonyms.keptIn(folder));
        routes = new ArrayList<>(AccountFeature.routes(directory, origins, (_, _) -> {}, clock));
        routes.addAll(new AuditRoutes(directory.auditLog()).routes());
        HttpParts parts = HttpParts.none().with(new DirectoryAuthenticator(directory.authentication()));
        server = HttpServer.open(settings, new RouteTable(routes), parts);
    }

    List<Route> routes() {
        return routes;
    }

    Directory directory() {
        return directory;
    }

    Instant now() {
        return now.get();
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    /// A registered member's answer: `{user, accessToken, …}`.
    public Answer member(String username) {
        return post("/auth/register", NOBODY, registration(username)).expect(201);
    }

    static String registration(String username) {
        return """
                {"email": "%1$s@example.org", "username": "%1$s", "password": "%2$s", "displayName": "%1$s"}
                """.formatted(username, PASSWORD);
    }

    Answer login(String username, String password) {
        return post(
                "/auth/login",
                NOBODY,
                "{\"email\": \"%s@example.org\", \"password\": \"%s\"}".formatted(username, password));
    }

    /// The secret of a new operator's set-up link.
    public String operatorLink(String username) {
        OperatorOutcome outcome =
                directory.operators().create(username + "@example.org", username, username, Origin.system());
        if (outcome instanceof OperatorOutcome.Created created) {
            return created.link().token();
        }
        throw new AssertionError("not made: " + outcome);
    }

    /// The answer to a new operator's first sign-in.
    public Answer operator(String username) {
        return post(
                        "/auth/setup",
                        NOBODY,
                        "{\"token\": \"%s\", \"password\": \"%s\"}".formatted(operatorLink(username), PASSWORD))
                .expect(200);
    }

    /// A new member's API token that is good for nothing.
    String tokenWithoutScope(String username) {
        UserId user = new UserId(member(username).body().path("user").path("id").asLong());
        ApiTokens.CreateOutcome made =
                directory.apiTokens().create(user, "old", Set.of("messages.read"), null, Origin.system());
        if (made instanceof ApiTokens.CreateOutcome.Created created) {
            return created.token();
        }
        throw new AssertionError("not made: " + made);
    }

    /// @param token an access or API token, or the empty text for none
    public Answer get(String path, String token) {
        return send("GET", path, token, null);
    }

    public Answer post(String path, String token, @Nullable String json) {
        return send("POST", path, token, json);
    }

    Answer put(String path, String token, String json) {
        return send("PUT", path, token, json);
    }

    Answer patch(String path, String token, String json) {
        return send("PATCH", path, token, json);
    }

    Answer delete(String path, String token, @Nullable String json) {
        return send("DELETE", path, token, json);
    }

    Answer send(String method, String path, String token, @Nullable String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + Route.API + path))
                .header("User-Agent", "waddle-test")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), CONTRACT.check(response), response.body(), response.headers());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        directory.close();
        threads.close();
    }
}
