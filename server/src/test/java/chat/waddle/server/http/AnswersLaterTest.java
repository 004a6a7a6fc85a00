package chat.waddle.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.sqlite.StorageException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A handler that leaves its last wait to the exchange answers, fails, is counted and keeps its place like any other.
class AnswersLaterTest extends OnBothPaths {
    private final CompletableFuture<String> result = new CompletableFuture<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private ServerUnderTest server;

    @BeforeEach
    void start() {
        Route later = Route.get("/later", "later", Access.PUBLIC, RateLimit.NONE, exchange -> {
                    entered.countDown();
                    exchange.later(result.thenApply(AnswersLaterTest::checked), text -> {
                        if (text.equals("broken")) {
                            throw new IllegalStateException("a reply's own defect");
                        }
                        exchange.json(200, Map.of("text", text));
                    });
                })
                .in(Lane.SEARCH);
        server = new ServerUnderTest(HttpSettings.local().withLanes(Map.of(Lane.SEARCH, 1)), HttpParts.none(), later);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static String checked(String text) {
        if (text.equals("refused")) {
            throw new Problem.NotFound("no_such_text", "There is no such text.").asException();
        }
        return text;
    }

    private CompletableFuture<HttpResponse<String>> asked() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> server.get("/api/v1/later"));
        entered.await();
        return answer;
    }

    /// The place is free a moment after the client has its answer.
    private void assertPlaceIsFree() {
        Awaitility.await().until(() -> server.get("/api/v1/later").statusCode() != 503);
    }

    @Test
    void theResultIsTheAnswerAndUntilThenThePlaceIsTaken() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> first = asked();
        HttpResponse<String> refused = server.get("/api/v1/later");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(ServerUnderTest.json(refused).path("code").asText()).isEqualTo("overloaded");
        assertThat(first).isNotDone();

        result.complete("there");
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(first.join().body()).isEqualTo("{\"text\":\"there\"}");
        assertPlaceIsFree();
    }

    @Test
    void aFailureOfTheFileIsTheSameProblemAsInAHandler() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = asked();
        result.completeExceptionally(new StorageException(StorageException.Kind.LIMIT_REACHED, "full"));
        assertThat(answer.join().statusCode()).isEqualTo(507);
        assertThat(answer.join().headers().firstValue("Content-Type")).contains(Problems.MEDIA_TYPE);
        Awaitility.await().until(() -> server.get("/api/v1/later").statusCode() == 507);
    }

    @Test
    void aProblemInWhatFollowsIsAnswered() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = asked();
        result.complete("refused");
        assertThat(answer.join().statusCode()).isEqualTo(404);
        assertThat(ServerUnderTest.json(answer.join()).path("code").asText()).isEqualTo("no_such_text");
        assertPlaceIsFree();
    }

    @Test
    void aDefectOfTheReplyIsHidden() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = asked();
        result.complete("broken");
        assertThat(answer.join().statusCode()).isEqualTo(500);
        assertThat(answer.join().body()).doesNotContain("defect");
        assertPlaceIsFree();
    }

    @Test
    void aStopWaitsForTheAnswer() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer = asked();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(server.server()::close);
        Awaitility.await().until(() -> server.server().isStopping());
        assertThat(stopping).isNotDone();
        result.complete("there");
        assertThat(answer.join().statusCode()).isEqualTo(200);
        stopping.join();
    }
}
