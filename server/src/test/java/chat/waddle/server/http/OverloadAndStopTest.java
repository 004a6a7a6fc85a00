package chat.waddle.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A full server turns people away politely; a stopping one finishes what it began.
class OverloadAndStopTest extends OnBothPaths {
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final Route slow = Route.get("/slow", "slow", Access.PUBLIC, RateLimit.NONE, exchange -> {
                entered.countDown();
                release.await();
                exchange.json(200, Map.of("done", Thread.currentThread().isVirtual()));
            })
            .in(Lane.SEARCH);
    private final Route quick =
            Route.get("/quick", "quick", Access.PUBLIC, RateLimit.NONE, exchange -> exchange.empty(204));

    @Test
    void aFullLaneIsToldToComeBackWhileOthersAreServed() throws InterruptedException {
        HttpSettings settings = HttpSettings.local().withLanes(Map.of(Lane.SEARCH, 1));
        try (ServerUnderTest server = new ServerUnderTest(settings, HttpParts.none(), slow, quick)) {
            CompletableFuture<HttpResponse<String>> first =
                    CompletableFuture.supplyAsync(() -> server.get("/api/v1/slow"));
            entered.await();
            HttpResponse<String> refused = server.get("/api/v1/slow");
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(ServerUnderTest.json(refused).path("code").asText()).isEqualTo("overloaded");
            assertThat(server.get("/api/v1/quick").statusCode()).isEqualTo(204);
            release.countDown();
            assertThat(first.join().statusCode()).isEqualTo(200);
            // The place is free a moment after the client has its answer.
            Awaitility.await().until(() -> server.get("/api/v1/slow").statusCode() == 200);
        }
    }

    @Test
    void aBodyThatIsStillArrivingTakesNobodysPlace() throws IOException {
        HttpSettings settings = HttpSettings.local().withLanes(Map.of(Lane.WRITE, 2));
        Route note = Route.post("/notes", "note", Access.PUBLIC, RateLimit.NONE, Limits.JSON_BODY_BYTES, exchange -> {
            exchange.json(201, exchange.body(Map.class));
        });
        try (ServerUnderTest server = new ServerUnderTest(settings, HttpParts.none(), note);
                Socket first = new Socket(
                        InetAddress.getLoopbackAddress(), server.server().port());
                Socket second = new Socket(
                        InetAddress.getLoopbackAddress(), server.server().port())) {
            String head = String.join(
                    "\r\n",
                    "POST /api/v1/notes HTTP/1.1",
                    "Host: a",
                    "Content-Type: application/json",
                    "Expect: 100-continue",
                    "Content-Length: 2",
                    "",
                    "");
            for (Socket slow : List.of(first, second)) {
                slow.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                assertThat(slow.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 100");
            }
            assertThat(server.post("/api/v1/notes", "{}").statusCode()).isEqualTo(201);
            first.getOutputStream().write("{}".getBytes(StandardCharsets.US_ASCII));
            assertThat(first.getInputStream().readNBytes(25)).asString().endsWith("HTTP/1.1 201");
        }
    }

    @Test
    void oneCallerHasABoundedNumberOfRequestsInWork() {
        Crowd crowd = new Crowd();
        for (int count = 0; count < Crowd.MOST; count++) {
            crowd.enter("ann");
        }
        assertThatThrownBy(() -> crowd.enter("ann")).isInstanceOf(ProblemException.class);
        crowd.enter("bob");
        crowd.leave("ann");
        crowd.enter("ann");
        assertThatThrownBy(() -> crowd.enter("ann")).isInstanceOf(ProblemException.class);
    }

    @Test
    void handlersRunOnVirtualThreads() {
        release.countDown();
        try (ServerUnderTest server = new ServerUnderTest(slow)) {
            assertThat(server.get("/api/v1/slow").body()).isEqualTo("{\"done\":true}");
        }
    }

    @Test
    void aStopLetsTheRequestInWorkFinishAndNobodyNewIn() throws InterruptedException {
        ServerUnderTest server = new ServerUnderTest(slow, quick);
        int port = server.server().port();
        CompletableFuture<HttpResponse<String>> inWork =
                CompletableFuture.supplyAsync(() -> server.get("/api/v1/slow"));
        entered.await();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server.server()::close);
        Awaitility.await().until(() -> !accepts(port));
        assertThat(server.server().isStopping()).isTrue();
        assertThat(inWork).isNotDone();
        assertThat(stopping).isNotDone();
        release.countDown();
        assertThat(inWork.join().statusCode()).isEqualTo(200);
        stopping.join();
    }

    @Test
    void aTakenPortIsSaidSo() {
        try (ServerUnderTest server = new ServerUnderTest(quick)) {
            HttpSettings local = HttpSettings.local();
            HttpSettings taken = new HttpSettings(
                    local.host(),
                    server.server().port(),
                    true,
                    Map.of(),
                    local.allowedOrigins(),
                    local.trustedProxies(),
                    Map.of(),
                    local.timeouts());
            assertThatThrownBy(() -> new ServerUnderTest(taken, HttpParts.none(), quick))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("--port");
        }
    }

    private static boolean accepts(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (ConnectException _) {
            return false;
        }
    }
}
