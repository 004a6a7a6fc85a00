package chat.waddle.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.ids.UserId;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What handlers read from a request, and how values look on the wire.
class ExchangeInputTest extends OnBothPaths {
    private final ServerUnderTest server = new ServerUnderTest(
            Route.get("/history", "history", Access.PUBLIC, RateLimit.NONE, exchange -> {
                exchange.json(200, Map.of("window", exchange.window(50, 100).toString()));
            }),
            Route.get("/emoji/{emoji}/me", "emoji", Access.PUBLIC, RateLimit.NONE, exchange -> {
                exchange.json(200, Map.of("emoji", exchange.path("emoji")));
            }),
            Route.get("/emoji/best/me", "bestEmoji", Access.PUBLIC, RateLimit.NONE, exchange -> exchange.empty(204)),
            Route.get("/tagged", "tagged", Access.PUBLIC, RateLimit.NONE, exchange -> {
                if (!exchange.notModified("v1")) {
                    exchange.json(200, List.of());
                }
            }),
            Route.get("/query", "query", Access.PUBLIC, RateLimit.NONE, exchange -> {
                exchange.json(200, Map.of("q", exchange.query("q").orElse("(none)")));
            }));

    record Person(UserId id, Instant since, @Nullable String name) {}

    record Edit(Change<String> topic, @Nullable Integer position) {}

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Latest[limit=50]",
                "?limit=5 | Latest[limit=5]",
                "?before=9 | Before[id=9, limit=50]",
                "?after=9&limit=100 | After[id=9, limit=100]",
                "?around=-3 | Around[id=-3, limit=50]"
            })
    void aWindowOfHistoryIsRead(String query, String window) {
        HttpResponse<String> answer = server.get("/api/v1/history" + query);
        assertThat(ServerUnderTest.json(answer).path("window").asText()).isEqualTo(window);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"limit=0", "limit=101", "limit=x", "limit=1&limit=2", "before=1&after=2", "before=x", "limit=%zz"
            })
    void aWindowThatMakesNoSenseIsRefused(String query) throws Exception {
        String answer =
                server.raw("GET /api/v1/history?" + query + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains(Problems.MEDIA_TYPE);
    }

    @Test
    void pathParametersAreDecodedAndLiteralsWin() {
        HttpResponse<String> answer = server.get("/api/v1/emoji/%F0%9F%A6%86/me");
        assertThat(ServerUnderTest.json(answer).path("emoji").asText()).isEqualTo("🦆");
        assertThat(ServerUnderTest.json(server.get("/api/v1/emoji/a+b/me"))
                        .path("emoji")
                        .asText())
                .isEqualTo("a+b");
        assertThat(server.get("/api/v1/emoji/best/me").statusCode()).isEqualTo(204);
    }

    @Test
    void queriesAreDecodedOnce() {
        assertThat(ServerUnderTest.json(server.get("/api/v1/query?q=a+b%2Bc%2525"))
                        .path("q")
                        .asText())
                .isEqualTo("a b+c%25");
    }

    @Test
    void aClientThatHasTheAnswerGetsNoneAgain() {
        HttpResponse<String> first = server.get("/api/v1/tagged");
        String tag = first.headers().firstValue("ETag").orElse("");
        assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
        HttpResponse<String> second = server.get("/api/v1/tagged", "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(server.get("/api/v1/tagged", "If-None-Match", "\"v0\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void idsAreStringsAndTimesHaveMilliseconds() {
        Person person = new Person(new UserId(Long.MAX_VALUE), Instant.parse("2026-11-20T03:52:00Z"), null);
        String json = new String(Json.bytes(person), StandardCharsets.UTF_8);
        assertThat(json)
                .isEqualTo("{\"id\":\"9223372036854775807\",\"since\":\"2026-11-20T03:52:00.000Z\",\"name\":null}");
        assertThat(Json.read(json.getBytes(StandardCharsets.UTF_8), Person.class))
                .isEqualTo(person);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":5,\"since\":\"2026-11-20T03:52:00Z\"}", "{\"id\":\"5\",\"since\":\"yesterday\"}"})
    void idsAndTimesOfAnotherFormAreRefused(String json) {
        assertThatThrownBy(() -> Json.read(json.getBytes(StandardCharsets.UTF_8), Person.class))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59-00:00"})
    void timesOfFourDigitYearsAreRead(String time) {
        assertThat(person(time).since()).isEqualTo(Instant.parse(time.replace("-00:00", "Z")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+999999999-12-31T23:59:59Z",
                "-999999999-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
                "9999-12-31T23:59:59-01:00",
                "-0001-12-31T23:59:59Z"
            })
    void timesBeyondFourDigitYearsAreRefused(String time) {
        assertThatThrownBy(() -> person(time))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isInstanceOf(Problem.Invalid.class));
    }

    private static Person person(String since) {
        return Json.read(("{\"id\":\"5\",\"since\":\"" + since + "\"}").getBytes(StandardCharsets.UTF_8), Person.class);
    }

    @Test
    void onlyUtf8IsRead() {
        String fine = "{\"id\":\"5\",\"since\":\"2026-11-20T03:52:00Z\"}";
        List<byte[]> bodies = List.of(
                new byte[] {0, 0, (byte) 0xFF, (byte) 0xFE},
                new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF},
                new byte[] {'{', '"', (byte) 0xC3, '"', '}'},
                new byte[] {0},
                fine.getBytes(StandardCharsets.UTF_16),
                fine.getBytes(StandardCharsets.UTF_16LE),
                fine.getBytes(StandardCharsets.UTF_16BE));
        for (byte[] body : bodies) {
            assertThatThrownBy(() -> Json.read(body, Person.class))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.problem().code()).isEqualTo("malformed_json"));
        }
    }

    @Test
    void aChangeTellsLeftOutFromCleared() {
        assertThat(edit("{}")).isEqualTo(new Edit(new Change.Keep<>(), null));
        assertThat(edit("{\"topic\":null}")).isEqualTo(new Edit(new Change.To<>(null), null));
        assertThat(edit("{\"topic\":\"x\",\"position\":2}")).isEqualTo(new Edit(new Change.To<>("x"), 2));
        assertThat(edit("{\"topic\":null}").topic().or("old")).isNull();
        assertThat(edit("{}").topic().or("old")).isEqualTo("old");
    }

    @Test
    void aChangeOfTheWrongTypeIsRefused() {
        assertThatThrownBy(() -> edit("{\"topic\":[1]}")).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCursorComesBackAsItWent() {
        assertThat(Cursor.decode(Cursor.encode(7, -1), 2)).containsExactly(7, -1);
        assertThatThrownBy(() -> Cursor.decode(Cursor.encode(7), 2)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Cursor.decode("!", 1)).isInstanceOf(ProblemException.class);
    }

    @Test
    void twoRoutesCannotShareAPlace() {
        Route one = Route.get("/a/{x}", "one", Access.PUBLIC, RateLimit.NONE, _ -> {});
        Route two = Route.get("/a/{y}", "two", Access.PUBLIC, RateLimit.NONE, _ -> {});
        assertThatThrownBy(() -> new RouteTable(List.of(one, two))).isInstanceOf(IllegalArgumentException.class);
        Route namesake = Route.get("/b", "one", Access.PUBLIC, RateLimit.NONE, _ -> {});
        assertThatThrownBy(() -> new RouteTable(List.of(one, namesake))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMembersRouteNeedsItsCommunityInThePath() {
        assertThatThrownBy(() -> Route.get("/a", "a", Access.MEMBER, RateLimit.NONE, _ -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Edit edit(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Edit.class);
    }
}
