package chat.waddle.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.monitor.Alert;
import chat.waddle.server.config.MonitorConfig;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Alerts on their way to an address of the operator.
@Timeout(30)
class AlertWebhookTest {
    private static final Alert ALERT = new Alert.DiskLow(1, 2, 3);

    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService answering = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer target;

    AlertWebhookTest() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        target.createContext("/", exchange -> {
            try (exchange) {
                String path = exchange.getRequestURI().getPath();
                byte[] body = exchange.getRequestBody().readAllBytes();
                received.add(path + " " + new String(body, StandardCharsets.UTF_8));
                exchange.getResponseHeaders().set("Location", "/elsewhere");
                if (path.equals("/endless")) {
                    answerWithoutEnd(exchange);
                    return;
                }
                exchange.sendResponseHeaders(path.equals("/moved") ? 307 : path.equals("/broken") ? 500 : 204, -1);
            }
        });
        target.setExecutor(answering);
        target.start();
    }

    /// A head, one byte of a body, and then nothing until the test is over.
    private void answerWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write('.');
        exchange.getResponseBody().flush();
        try {
            over.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        over.countDown();
        target.stop(0);
        answering.shutdownNow();
    }

    @Test
    void anAlertIsPostedAsJson() throws InterruptedException {
        try (AlertWebhook webhook = new AlertWebhook(uri("/hook"))) {
            webhook.alert(ALERT);
            assertThat(received.poll(20, TimeUnit.SECONDS))
                    .startsWith("/hook {\"alert\":\"disk_low\",\"bad\":true,\"text\":\"The disk has 1 bytes left");
        }
    }

    @Test
    void aRedirectIsNotFollowedAndAFailureDoesNotStopTheNextAlert() throws InterruptedException {
        try (AlertWebhook webhook = new AlertWebhook(uri("/moved"))) {
            webhook.alert(ALERT);
            webhook.alert(ALERT);
            assertThat(received.poll(20, TimeUnit.SECONDS)).startsWith("/moved ");
            assertThat(received.poll(20, TimeUnit.SECONDS)).startsWith("/moved ");
        }
        assertThat(received).isEmpty();
    }

    @Test
    void anAnswerThatNeverEndsHoldsTheNextAlertUpForSecondsOnly() throws InterruptedException {
        try (AlertWebhook webhook = new AlertWebhook(uri("/endless"))) {
            webhook.alert(ALERT);
            webhook.alert(ALERT);
            assertThat(received.poll(20, TimeUnit.SECONDS)).startsWith("/endless ");
            assertThat(received.poll(20, TimeUnit.SECONDS)).startsWith("/endless ");
        }
    }

    @Test
    void nobodyAtTheOtherEndIsNotFatal() throws InterruptedException {
        URI gone = uri("/gone");
        target.stop(0);
        try (AlertWebhook webhook = new AlertWebhook(gone)) {
            webhook.alert(ALERT);
        }
        assertThat(received).isEmpty();
    }

    @Test
    void onlyWebAddressesAreTaken() {
        for (String odd : List.of("file:///etc/passwd", "ftp://example.org/", "https:///path", "hook")) {
            assertThatThrownBy(() -> new MonitorConfig(
                            Duration.ofMinutes(1), Optional.of(URI.create(odd)), OptionalLong.empty()))
                    .as(odd)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + target.getAddress().getPort() + path);
    }
}
