package chat.waddle.server.monitor;

import chat.waddle.monitor.Alert;
import chat.waddle.monitor.MonitorListener;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Posts alerts as JSON to an address the operator chose, one after another, on a thread of its own.
///
/// Redirects are not followed: nobody but the operator says where the server sends something. A failure is logged and
/// not repeated; with 100 alerts waiting, further ones are only logged. Thread-safe.
final class AlertWebhook implements MonitorListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertWebhook.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final int WAITING = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final URI target;
    private final HttpClient client;
    private final ExecutorService sender;

    AlertWebhook(URI target) {
        this.target = target;
        this.client = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.sender = new ThreadPoolExecutor(
                0,
                1,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().daemon().name("alert-webhook").factory());
    }

    @Override
    public void alert(Alert alert) {
        try {
            sender.execute(() -> send(alert));
        } catch (RejectedExecutionException full) {
            LOG.atWarn()
                    .addKeyValue("alert", alert.kind())
                    .log("Too many alerts wait for the webhook; one is left out");
        }
    }

    private void send(Alert alert) {
        try {
            HttpRequest request = HttpRequest.newBuilder(target)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json(alert)))
                    .build();
            int status = status(request);
            if (status / 100 != 2) {
                LOG.atWarn().addKeyValue("alert", alert.kind()).log("The webhook answered " + status);
            }
        } catch (ExecutionException | TimeoutException failure) {
            LOG.atWarn().setCause(failure).addKeyValue("alert", alert.kind()).log("The webhook was not reached");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// The whole answer in time: a request's own timeout ends with the head, and a body may never end.
    private int status(HttpRequest request) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } finally {
            answer.cancel(true); // changes nothing where it has come
        }
    }

    /// `text` alone is what chat services show.
    static String json(Alert alert) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("alert", alert.kind());
        fields.put("bad", alert.isBad());
        fields.put("text", alert.text());
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is always JSON", e);
        }
    }

    /// Gives alerts that wait a few seconds: a single round from cron must not end before they are told.
    @Override
    public void close() {
        sender.shutdown();
        try {
            if (!sender.awaitTermination(TIMEOUT.toSeconds() + 1, TimeUnit.SECONDS)) {
                LOG.warn("Alerts that wait for the webhook are left out: it is too slow");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        sender.shutdownNow();
        client.shutdownNow();
    }
}
