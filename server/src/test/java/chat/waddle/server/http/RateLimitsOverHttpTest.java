package chat.waddle.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.ids.SessionId;
import chat.waddle.ids.UserId;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a client learns of its allowance, and when it is used up.
class RateLimitsOverHttpTest extends OnBothPaths {
    private final AtomicLong nanos = new AtomicLong();
    private final ServerUnderTest server = serve(true);

    private ServerUnderTest serve(boolean on) {
        return new ServerUnderTest(
                HttpSettings.local()
                        .withRateLimits(
                                on,
                                Map.of(
                                        RateLimit.SEARCH, new RateRule(2, Duration.ofSeconds(10)),
                                        RateLimit.MESSAGES, new RateRule(1, Duration.ofSeconds(10)),
                                        RateLimit.BAD_TOKEN, new RateRule(2, Duration.ofSeconds(10)))),
                HttpParts.none().withNanoClock(nanos::get).with((Gatekeeper) (_, _) -> {}),
                Route.get("/search", "search", Access.PUBLIC, RateLimit.SEARCH, exchange -> exchange.empty(204)),
                Route.get("/free", "free", Access.PUBLIC, RateLimit.NONE, exchange -> exchange.empty(204)),
                Route.get(
                        "/waddles/{waddleId}",
                        "waddle",
                        Access.MEMBER,
                        RateLimit.MESSAGES,
                        exchange -> exchange.empty(204)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyLimitedAnswerTellsWhatIsLeft() {
        HttpResponse<String> answer = server.get("/api/v1/search");
        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).contains("2");
        assertThat(answer.headers().firstValue("X-RateLimit-Remaining")).contains("1");
        assertThat(answer.headers().firstValue("X-RateLimit-Reset-After")).contains("5");
        assertThat(answer.headers().firstValue("X-RateLimit-Bucket")).contains("search");
    }

    @Test
    void anUnlimitedAnswerTellsNothing() {
        assertThat(server.get("/api/v1/free").headers().firstValue("X-RateLimit-Limit"))
                .isEmpty();
    }

    @Test
    void whoIsTooFastIsToldWhenToComeBack() {
        server.get("/api/v1/search");
        server.get("/api/v1/search");
        HttpResponse<String> refused = server.get("/api/v1/search");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("5");
        assertThat(refused.headers().firstValue("X-RateLimit-Remaining")).contains("0");
        assertThat(ServerUnderTest.json(refused).path("retryAfterSeconds").asInt())
                .isEqualTo(5);
        assertThat(ServerUnderTest.json(refused).path("code").asText()).isEqualTo("rate_limited");
    }

    @Test
    void theAllowanceComesBackWithTime() {
        server.get("/api/v1/search");
        server.get("/api/v1/search");
        assertThat(server.get("/api/v1/search").statusCode()).isEqualTo(429);
        nanos.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(server.get("/api/v1/search").statusCode()).isEqualTo(204);
        assertThat(server.get("/api/v1/search").statusCode()).isEqualTo(429);
    }

    @Test
    void oneUserDoesNotUseUpAnothersAllowance() {
        for (int count = 0; count < 3; count++) {
            server.get("/api/v1/search", "Authorization", "Bearer user-1");
        }
        assertThat(status("/api/v1/search", "user-1")).isEqualTo(429);
        assertThat(status("/api/v1/search", "user-2")).isEqualTo(204);
    }

    @Test
    void eachCommunityHasItsOwnAllowance() {
        assertThat(status("/api/v1/waddles/1", "user-1")).isEqualTo(204);
        assertThat(status("/api/v1/waddles/1", "user-1")).isEqualTo(429);
        assertThat(status("/api/v1/waddles/2", "user-1")).isEqualTo(204);
    }

    @Test
    void guessingTokensIsLimitedByAddress() {
        assertThat(status("/api/v1/free", "guess-1")).isEqualTo(401);
        assertThat(status("/api/v1/free", "guess-2")).isEqualTo(401);
        assertThat(status("/api/v1/free", "guess-3")).isEqualTo(429);
        assertThat(status("/api/v1/free", "user-1")).isEqualTo(204);
    }

    @Test
    void whoHasGuessedTooOftenDoesNotEvenMakeTheServerLook() {
        AtomicInteger looks = new AtomicInteger();
        HttpParts parts = HttpParts.none().withNanoClock(nanos::get).with(new Authenticator() {
            @Override
            public Optional<Caller> authenticate(String token) {
                looks.incrementAndGet();
                return Optional.empty();
            }

            @Override
            public Optional<Caller> remembered(String token) {
                return token.equals("known")
                        ? Optional.of(new Caller(new UserId(1), new SessionId(1), false))
                        : Optional.empty();
            }
        });
        HttpSettings settings = HttpSettings.local()
                .withRateLimits(true, Map.of(RateLimit.BAD_TOKEN, new RateRule(2, Duration.ofSeconds(10))));
        Guard guard = new Guard(settings, parts);
        for (int count = 0; count < 5; count++) {
            assertThatThrownBy(() -> guard.callerOf("guess", "10.0.0.1")).isInstanceOf(ProblemException.class);
        }
        assertThat(looks).hasValue(2);
        assertThat(guard.callerOf("known", "10.0.0.1").userId()).isEqualTo(new UserId(1));
    }

    @Test
    void switchedOffNothingIsLimited() {
        try (ServerUnderTest free = serve(false)) {
            for (int count = 0; count < 5; count++) {
                HttpResponse<String> answer = free.get("/api/v1/search");
                assertThat(answer.statusCode()).isEqualTo(204);
                assertThat(answer.headers().firstValue("X-RateLimit-Limit")).isEmpty();
            }
        }
    }

    private int status(String path, String token) {
        return server.get(path, "Authorization", "Bearer " + token).statusCode();
    }
}
