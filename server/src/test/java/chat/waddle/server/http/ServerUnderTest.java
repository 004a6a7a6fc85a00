package chat.waddle.server.http;

import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A real server on a free port, with the routes a test gives it and a client that speaks to it.
///
/// The token `user-N` signs in as user N, `operator` as an operator.
final class ServerUnderTest implements AutoCloseable {
    /// Whether the routes are served in front of Javalin; see [OnBothPaths].
    static volatile boolean hotPath;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;

    ServerUnderTest(HttpSettings settings, HttpParts parts, Route... routes) {
        this.server =
                HttpServer.open(settings, new RouteTable(onChosenPath(routes)), parts.with(ServerUnderTest::callerOf));
    }

    ServerUnderTest(Route... routes) {
        this(HttpSettings.local(), HttpParts.none(), routes);
    }

    private static List<Route> onChosenPath(Route... routes) {
        return Stream.of(routes)
                .map(route -> hotPath ? route.onHotPath() : route)
                .toList();
    }

    HttpServer server() {
        return server;
    }

    URI uri(String path) {
        return URI.create(server.uri() + path);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri(path));
        return headers.length == 0 ? builder : builder.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        } catch (InterruptedException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// Sends bytes as they are and returns everything the server says until it hangs up.
    String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream answer = socket.getInputStream();
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return json(response.body());
    }

    static JsonNode json(String text) {
        try {
            return Json.shared().readTree(text);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }

    private static Optional<Caller> callerOf(String token) {
        if (token.equals("operator")) {
            return Optional.of(new Caller(new UserId(1), new SessionId(1), true));
        }
        if (!token.startsWith("user-")) {
            return Optional.empty();
        }
        long id = Long.parseLong(token.substring("user-".length()));
        return Optional.of(new Caller(new UserId(id), new SessionId(id), false));
    }
}
