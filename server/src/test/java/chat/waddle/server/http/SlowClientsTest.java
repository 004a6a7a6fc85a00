package chat.waddle.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Clients that trickle are cut off, and nobody else notices.
@Timeout(60)
class SlowClientsTest extends OnBothPaths {
    private final ServerUnderTest server = new ServerUnderTest(
            HttpSettings.local()
                    .withTimeouts(new HttpSettings.Timeouts(
                            Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofSeconds(2), 4_096)),
            HttpParts.none(),
            Route.get("/quick", "quick", Access.PUBLIC, RateLimit.NONE, exchange -> exchange.empty(204)),
            Route.post("/notes", "note", Access.PUBLIC, RateLimit.NONE, Limits.JSON_BODY_BYTES, exchange -> {
                exchange.json(201, exchange.body(Map.class));
            }),
            Route.get("/large", "large", Access.PUBLIC, RateLimit.NONE, exchange -> {
                byte[] large = new byte[64 * 1024 * 1024];
                exchange.bytes(200, "application/octet-stream", large, 0, large.length);
            }));

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTrickledHeadIsCutOffWhileOthersAreServed() throws IOException {
        try (Socket socket = connect("GET /api/v1/quick HTTP/1.1\r\nHost: a\r\nX-Slow: ")) {
            assertThat(server.get("/api/v1/quick").statusCode()).isEqualTo(204);
            assertThat(trickleUntilClosed(socket)).isEmpty();
            assertThat(server.get("/api/v1/quick").statusCode()).isEqualTo(204);
        }
    }

    @Test
    void aTrickledSecondHeadIsCutOffToo() throws IOException {
        try (Socket socket = connect("GET /api/v1/quick HTTP/1.1\r\nHost: a\r\n\r\n")) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            socket.getOutputStream().write("GET /".getBytes(StandardCharsets.US_ASCII));
            assertThat(trickleUntilClosed(socket)).startsWith("TTP/1.1 204");
        }
    }

    @Test
    void aTrickledBodyIsRefused() throws IOException {
        String head = "POST /api/v1/notes HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Length: 60000\r\n\r\n{";
        try (Socket socket = connect(head)) {
            assertThat(trickleUntilClosed(socket)).startsWith("HTTP/1.1 408").contains("too_slow");
        }
    }

    @Test
    void aReaderThatDoesNotReadIsCutOffWhileOthersAreServed() throws IOException {
        try (Socket socket = connect("GET /api/v1/large HTTP/1.1\r\nHost: a\r\n\r\n")) {
            assertThat(new String(socket.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 200 OK");
            while (sent(socket)) {
                assertThat(server.get("/api/v1/quick").statusCode()).isEqualTo(204);
            }
            assertThat(trickleUntilClosed(socket)).hasSizeLessThan(64 * 1024 * 1024);
        }
    }

    @Test
    void aQuietConnectionBetweenRequestsIsLeftAlone() throws IOException {
        try (Socket socket = connect("GET /api/v1/quick HTTP/1.1\r\nHost: a\r\n\r\n")) {
            socket.setSoTimeout(2_500);
            InputStream answer = socket.getInputStream();
            StringBuilder text = new StringBuilder();
            while (!text.toString().endsWith("\r\n\r\n")) {
                text.append((char) answer.read());
            }
            assertThat(isClosed(answer)).isFalse();
            socket.getOutputStream()
                    .write("GET /api/v1/quick HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(answer.read()).isEqualTo('H');
        }
    }

    private Socket connect(String start) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.server().port());
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /// Sends a byte whenever nothing came for a while; returns what the server said before it hung up.
    private static String trickleUntilClosed(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        StringBuilder said = new StringBuilder();
        while (true) {
            try {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    return said.toString();
                }
                said.append((char) next);
            } catch (SocketTimeoutException _) {
                if (!sent(socket)) {
                    return said.toString();
                }
            } catch (SocketException _) {
                return said.toString();
            }
        }
    }

    private static boolean sent(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isClosed(InputStream answer) throws IOException {
        try {
            return answer.read() < 0;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }
}
