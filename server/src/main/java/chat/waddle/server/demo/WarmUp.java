package chat.waddle.server.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;

/// Asks a server what clients ask it most, some hundred times, so that the code behind it has run. For one thread.
public final class WarmUp {
    private static final int ROUNDS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// Rounds end here even on a machine that is busy with something else.
    private static final Duration BUDGET = Duration.ofSeconds(20);

    private final URI server;
    private final DemoAccess access;

    public WarmUp(URI server, DemoAccess access) {
        this.server = server;
        this.access = access;
    }

    /// Throws [IOException] when the server answers otherwise than it should.
    public void run() throws IOException, InterruptedException {
        String waddle = "/api/v1/waddles/" + access.waddle();
        String messages = waddle + "/channels/" + access.channel() + "/messages";
        long end = System.nanoTime() + BUDGET.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            expect(client, get("/health"), 200);
            expect(client, get("/openapi.json"), 200);
            expect(client, post("/api/v1/auth/login", credentials()), 200);
            expect(client, get("/api/v1/users/me"), 200);
            expect(client, get("/api/v1/no-such-thing"), 404);
            for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
                expect(client, post(messages, "{\"content\": \"warm-up " + round + "\"}"), 201);
                expect(client, get(messages + "?limit=50"), 200);
                expect(client, get(messages + "?before=" + Long.MAX_VALUE + "&limit=" + (1 + round % 50)), 200);
                expect(client, get(waddle + "/search?q=wireless+card*&limit=25"), 200);
            }
        }
    }

    private String credentials() {
        return "{\"email\": \"" + access.email() + "\", \"password\": \"" + access.password() + "\"}";
    }

    private HttpRequest get(String path) {
        return request(path).GET().build();
    }

    private HttpRequest post(String path, String json) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + Objects.requireNonNull(access.token()));
    }

    private static void expect(HttpClient client, HttpRequest request, int status)
            throws IOException, InterruptedException {
        int answered = client.send(request, BodyHandlers.discarding()).statusCode();
        if (answered != status) {
            throw new IOException(request.method() + " " + request.uri().getPath() + " answered " + answered);
        }
    }
}
