package chat.waddle.bench.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Starts the servers that are compared, each with one channel called talk.
final class Subjects {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String UNLIMITED = "=1000000000/10s";

    private Subjects() {}

    static Subject waddle(Path folder) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                "chat.waddle.server.cli.Main",
                "serve",
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("waddle").toString()));
        for (String limit : List.of("messages", "reads", "search", "writes")) {
            command.addAll(List.of("--rate-limit", limit + UNLIMITED));
        }
        Process process = Subject.start(folder.resolve("waddle.log"), command);
        try (HttpConnection connection = connect(process, port)) {
            String account = "{\"email\":\"bench@example.org\",\"username\":\"bench\",\"password\":\"Bench-2026\","
                    + "\"displayName\":\"Bench\"}";
            String token = create(connection, "/api/v1/auth/register", "", account)
                    .get("accessToken")
                    .asText();
            create(connection, "/api/v1/waddles", token, "{\"name\":\"bench\",\"displayName\":\"Bench\"}");
            String base = "/api/v1/waddles/bench";
            create(connection, base + "/channels", token, "{\"name\":\"talk\",\"type\":\"text\"}");
            return new Subject("waddle", process, port, token, base);
        }
    }

    static Subject jdbc(Path folder) throws IOException {
        int port = freePort();
        Process process = Subject.start(
                folder.resolve("jdbc.log"),
                List.of(
                        JdbcServer.class.getName(),
                        Integer.toString(port),
                        folder.resolve("jdbc.sqlite").toString()));
        connect(process, port).close();
        return new Subject("plain-jdbc", process, port, "", "");
    }

    static Subject ceiling(Path folder) throws IOException {
        int port = freePort();
        Process process = Subject.start(
                folder.resolve("ceiling.log"), List.of(CeilingServer.class.getName(), Integer.toString(port)));
        connect(process, port).close();
        return new Subject("ceiling-javalin", process, port, "", "");
    }

    private static JsonNode create(HttpConnection connection, String path, String token, String json)
            throws IOException {
        int status = connection.exchange(HttpConnection.request("POST", path, token, json));
        if (status != 201) {
            throw new IOException(path + " answered " + status + ": " + connection.body());
        }
        return MAPPER.readTree(connection.body());
    }

    private static HttpConnection connect(Process process, int port) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return new HttpConnection(port);
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
