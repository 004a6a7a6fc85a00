package chat.waddle.server.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets commands be carried out inside the server that owns the data directory: a listener on loopback, on a port of
/// its own, for whoever can read the control file. Thread-safe.
///
/// `POST /run` takes a [CommandRequest] and streams one JSON object per line: `{"out"}`, `{"err"}`,
/// `{"progress"}` and at last `{"exit"}`.
public final class ControlServer implements AutoCloseable {
    static final String PATH = "/run";
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_REQUEST_BYTES = 65_536;

    private final Path dataDirectory;
    private final CommandRunner runner;
    private final String token;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("control-", 0).factory());

    private ControlServer(Path dataDirectory, CommandRunner runner, HttpServer server) {
        this.dataDirectory = dataDirectory;
        this.runner = runner;
        this.server = server;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.token = HexFormat.of().formatHex(random);
    }

    /// Starts to listen and writes the control file.
    public static ControlServer open(Path dataDirectory, CommandRunner runner) {
        try {
            HttpServer listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
            ControlServer control = new ControlServer(dataDirectory, runner, listener);
            listener.createContext(PATH, control::serve);
            listener.setExecutor(control.threads);
            listener.start();
            new ControlFile(listener.getAddress().getPort(), control.token).write(dataDirectory);
            return control;
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot open the control endpoint", problem);
        }
    }

    @Override
    public void close() {
        try {
            ControlFile.delete(dataDirectory);
        } catch (IOException problem) {
            throw new UncheckedIOException("Cannot remove the control file", problem);
        } finally {
            server.stop(1);
            threads.shutdownNow();
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isAllowed(exchange)) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            byte[] body = exchange.getRequestBody().readNBytes(MOST_REQUEST_BYTES);
            CommandRequest command = MAPPER.readValue(body, CommandRequest.class);
            exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
            exchange.sendResponseHeaders(200, 0);
            LineStream lines = new LineStream(exchange.getResponseBody());
            lines.send(Map.of("exit", run(command, lines)));
        }
    }

    private int run(CommandRequest command, LineStream lines) {
        CommandOutput output = lines.output();
        try {
            return runner.run(command, output);
        } catch (RuntimeException problem) {
            LOG.error("A command sent through the control endpoint failed", problem);
            output.err().println("The server could not carry out the command; see its log.");
            return 3;
        } finally {
            output.out().flush();
            output.err().flush();
        }
    }

    private boolean isAllowed(HttpExchange exchange) {
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        byte[] actual = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, actual) && "POST".equals(exchange.getRequestMethod());
    }
}
