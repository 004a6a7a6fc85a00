package chat.waddle.server;

import chat.waddle.directory.account.OperatorOutcome;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.account.Answer;
import chat.waddle.server.config.LogFormat;
import chat.waddle.server.config.MonitorConfig;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.contract.ResponseContract;
import chat.waddle.server.http.HttpServer;
import chat.waddle.server.http.HttpSettings;
import chat.waddle.server.http.Route;
import chat.waddle.server.http.RouteTable;
import chat.waddle.shard.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The whole application behind a real HTTP server without rate limits, and people who talk to it.
///
/// People are guests, who need no password; answers are held to the contract.
public final class CommunityServer implements AutoCloseable {
    /// Nobody is signed in.
    public static final Person NOBODY = new Person("nobody", "0", "");

    private static final ResponseContract CONTRACT = ResponseContract.published();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Application application;
    private final RouteTable routes;
    private final HttpServer server;

    public CommunityServer(Path data) {
        this(data, ServerConfig.USUAL_ATTACHMENT_LIMIT_BYTES);
    }

    /// @param attachmentLimitBytes the largest file one may upload
    public CommunityServer(Path data, long attachmentLimitBytes) {
        HttpSettings settings = HttpSettings.local().withRateLimits(false, Map.of());
        application = Application.open(new ServerConfig(
                data,
                settings,
                1_000_000_000L,
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                LogFormat.TEXT,
                MonitorConfig.PLAIN,
                attachmentLimitBytes));
        routes = new RouteTable(application.featureRoutes());
        server = HttpServer.open(settings, routes, application.httpParts());
    }

    /// Somebody with an access token.
    public record Person(String name, String id, String token) {}

    public Application application() {
        return application;
    }

    public List<Route> routes() {
        return routes.routes();
    }

    /// The open shard of a waddle.
    public Shard shard(String waddle) {
        return application.stores().shards().shard(new WaddleId(Long.parseLong(waddle)));
    }

    /// A new account.
    public Person person(String name) {
        return signedIn(name, post(NOBODY, "/auth/guest", "{\"displayName\": \"" + name + "\"}"));
    }

    /// A new account with an address and a password.
    public Person registered(String name) {
        String body = """
                {"email": "%s@example.org", "username": "%s", "password": "Correct-horse-7", "displayName": "%s"}""".formatted(name, name, name);
        return signedIn(name, post(NOBODY, "/auth/register", body).expect(201));
    }

    /// A new account that runs the server.
    public Person operator(String name) {
        OperatorOutcome outcome =
                application.stores().directory().operators().create(name + "@example.org", name, name, Origin.system());
        if (!(outcome instanceof OperatorOutcome.Created created)) {
            throw new AssertionError("not made: " + outcome);
        }
        String setUp = "{\"token\": \"" + created.link().token() + "\", \"password\": \"Correct-horse-7\"}";
        return signedIn(name, post(NOBODY, "/auth/setup", setUp));
    }

    private static Person signedIn(String name, Answer answer) {
        return new Person(name, answer.body().path("user").path("id").asText(), answer.text("accessToken"));
    }

    /// A new waddle's id.
    public String waddle(Person owner, String name, boolean isPublic) {
        return post(owner, "/waddles", "{\"name\": \"" + name + "\", \"isPublic\": " + isPublic + "}")
                .expect(201)
                .text("id");
    }

    /// Lets somebody in by an invite of the owner.
    public void join(Person owner, String waddle, Person joining) {
        String code =
                post(owner, "/waddles/" + waddle + "/invites", "{}").expect(201).text("code");
        post(joining, "/invites/" + code + "/join", null).expect(200);
    }

    /// The id of a preset role.
    public String presetRole(Person member, String waddle, String preset) {
        return get(member, "/waddles/" + waddle + "/roles")
                .body()
                .path("items")
                .valueStream()
                .filter(role -> role.path("preset").asText().equals(preset))
                .map(role -> role.path("id").asText())
                .findFirst()
                .orElseThrow();
    }

    public Answer get(Person who, String path) {
        return send(who, "GET", path, null);
    }

    public Answer post(Person who, String path, @Nullable String json) {
        return send(who, "POST", path, json);
    }

    /// Uploads a file the usual way.
    public Answer upload(Person who, String waddle, String filename, byte[] content) {
        return uploadTo(who, "/waddles/" + waddle, filename, content);
    }

    /// Uploads a file the usual way.
    ///
    /// @param home the path of a waddle or conversation
    public Answer uploadTo(Person who, String home, String filename, byte[] content) {
        String head = "--limit\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + filename
                + "\"\r\nContent-Type: text/html\r\n\r\n";
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofByteArray(content),
                BodyPublishers.ofString("\r\n--limit--\r\n"));
        return multipartTo(who, home, "multipart/form-data; boundary=limit", body);
    }

    /// Sends any body to where files are uploaded.
    public Answer multipart(Person who, String waddle, String contentType, BodyPublisher body) {
        return multipartTo(who, "/waddles/" + waddle, contentType, body);
    }

    private Answer multipartTo(Person who, String home, String contentType, BodyPublisher body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.uri() + Route.API + home + "/attachments"))
                .header("Content-Type", contentType)
                .header("Authorization", "Bearer " + who.token())
                .POST(body)
                .build();
        try {
            HttpResponse<String> response = send(request);
            return new Answer(response.statusCode(), CONTRACT.check(response), response.body(), response.headers());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// Gets bytes, whatever the contract says of their type.
    ///
    /// @param path below the published interface
    /// @param headers names and values in turn
    public HttpResponse<byte[]> bytes(Person who, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + Route.API + path))
                .header("Authorization", "Bearer " + who.token());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    public Answer put(Person who, String path, @Nullable String json) {
        return send(who, "PUT", path, json);
    }

    public Answer patch(Person who, String path, String json) {
        return send(who, "PATCH", path, json);
    }

    public Answer delete(Person who, String path) {
        return send(who, "DELETE", path, null);
    }

    /// @param path below the published interface
    public Answer send(Person who, String method, String path, @Nullable String json) {
        HttpResponse<String> response = raw(who, method, Route.API + path, json);
        return new Answer(response.statusCode(), CONTRACT.check(response), response.body(), response.headers());
    }

    /// The answer as it is, whatever the contract says.
    ///
    /// @param path the whole path
    public HttpResponse<String> raw(Person who, String method, String path, @Nullable String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.uri() + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        if (!who.token().isEmpty()) {
            request.header("Authorization", "Bearer " + who.token());
        }
        try {
            return send(request.build());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// A server may close a connection after a refusal that left the body unread; whoever was about to use it again
    /// asks anew.
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException _) {
            return client.send(request, BodyHandlers.ofString());
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
        application.close();
    }
}
