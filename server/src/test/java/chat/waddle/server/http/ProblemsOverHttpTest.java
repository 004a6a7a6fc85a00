package chat.waddle.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client learns when a request is refused.
class ProblemsOverHttpTest extends OnBothPaths {
    private final ServerUnderTest server = new ServerUnderTest(
            Route.post("/notes", "createNote", Access.PUBLIC, RateLimit.NONE, Limits.JSON_BODY_BYTES, exchange -> {
                Note note = exchange.body(Note.class);
                new FieldChecks()
                        .text("title", note.title(), Limits.CHANNEL_NAME)
                        .orThrow();
                exchange.json(201, note);
            }),
            Route.get("/notes/{id}", "getNote", Access.PUBLIC, RateLimit.NONE, exchange -> {
                exchange.json(200, Map.of("id", Long.toString(exchange.pathId("id"))));
            }),
            Route.get("/broken", "breakDown", Access.PUBLIC, RateLimit.NONE, _ -> {
                throw new IllegalStateException("SELECT secret FROM /var/lib/waddle/directory.db");
            }),
            Route.get("/mine", "mine", Access.SIGNED_IN, RateLimit.NONE, exchange -> exchange.empty(204)),
            Route.get("/all", "all", Access.OPERATOR, RateLimit.NONE, exchange -> exchange.empty(204)),
            Route.get("/waddles/{waddleId}", "waddle", Access.MEMBER, RateLimit.NONE, exchange -> exchange.empty(204)));

    record Note(String title, String text, @Nullable List<String> tags) {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aGoodRequestIsAnswered() {
        HttpResponse<String> answer = server.post("/api/v1/notes", "{\"title\":\"a\",\"text\":\"b\"}");
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(ServerUnderTest.json(answer).path("title").asText()).isEqualTo("a");
    }

    @Test
    void anUnknownFieldIsRefusedByName() {
        JsonNode problem =
                problem(server.post("/api/v1/notes", "{\"title\":\"a\",\"text\":\"b\",\"admin\":true}"), 400);
        assertThat(problem.path("code").asText()).isEqualTo("unknown_field");
        assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo("admin");
    }

    @Test
    void aDoubledFieldIsRefused() {
        JsonNode problem =
                problem(server.post("/api/v1/notes", "{\"title\":\"a\",\"title\":\"b\",\"text\":\"c\"}"), 400);
        assertThat(problem.path("code").asText()).isEqualTo("malformed_json");
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        JsonNode problem = problem(server.post("/api/v1/notes", "{}"), 422);
        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("title", "text");
        assertThat(problem.path("errors").path(0).path("code").asText()).isEqualTo("required");
    }

    @Test
    void nullForARequiredFieldIsMissing() {
        JsonNode problem = problem(server.post("/api/v1/notes", "{\"title\":null,\"text\":\"b\"}"), 422);
        assertThat(problem.path("errors").findValuesAsText("field")).containsExactly("title");
    }

    @Test
    void aNumberIsNotAText() {
        JsonNode problem = problem(server.post("/api/v1/notes", "{\"title\":1,\"text\":\"b\"}"), 422, 400);
        assertThat(problem.path("errors").path(0).path("field").asText()).isEqualTo("title");
    }

    @Test
    void aBrokenRuleIsNamedWithItsField() {
        JsonNode problem = problem(server.post("/api/v1/notes", "{\"title\":\"\",\"text\":\"b\"}"), 422);
        assertThat(problem.path("errors").path(0).path("code").asText()).isEqualTo("too_short");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[]", "null", "\"x\"", "{\"title\":\"a\",\"text\":\"b\"} x", "{'title':'a'}", "\u0000"})
    void malformedJsonIsAClientsFault(String body) {
        problem(server.post("/api/v1/notes", body), 400);
    }

    @Test
    void aDeepNestIsRefused() {
        problem(server.post("/api/v1/notes", "{\"tags\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}"), 400);
    }

    @Test
    void aBodyThatAnnouncesTooMuchIsRefused() {
        String large = "x".repeat(70_000);
        for (int i = 0; i < 50; i++) { // the answer must arrive even while the body is still being sent
            assertThat(problem(server.post("/api/v1/notes", large), 413)
                            .path("code")
                            .asText())
                    .isEqualTo("body_too_large");
        }
    }

    @Test
    void aChunkedBodyThatGrowsTooLargeIsRefused() {
        byte[] large = "x".repeat(70_000).getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = server.send(server.request("/api/v1/notes")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));
        problem(answer, 413);
    }

    @Test
    void aChunkedBodyWithinTheLimitIsRead() {
        byte[] small = "{\"title\":\"a\",\"text\":\"b\"}".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = server.send(server.request("/api/v1/notes")
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(small))));
        assertThat(answer.statusCode()).isEqualTo(201);
    }

    @Test
    void anotherContentTypeIsRefused() {
        HttpResponse<String> answer = server.send(server.request("/api/v1/notes")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}")));
        problem(answer, 415);
    }

    @Test
    void anUnknownPathIsNotFound() {
        assertThat(problem(server.get("/api/v1/nothing"), 404).path("code").asText())
                .isEqualTo("no_such_path");
        problem(server.get("/"), 404);
        problem(server.get("/api/v1/notes/1/"), 404);
    }

    @Test
    void aWrongMethodLearnsTheRightOnes() {
        HttpResponse<String> answer = server.get("/api/v1/notes");
        problem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST, OPTIONS");
        HttpResponse<String> traced =
                server.send(server.request("/api/v1/notes/1").method("TRACE", BodyPublishers.noBody()));
        problem(traced, 405);
    }

    @Test
    void aHeadRequestIsAnsweredLikeGetWithoutItsBody() {
        HttpResponse<String> answer =
                server.send(server.request("/api/v1/notes/7").method("HEAD", BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Length")).contains("10");
        assertThat(answer.body()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "+1", "01", "-", "9223372036854775808", "1e3", "%31%00"})
    void aMalformedIdIsRefused(String id) {
        problem(server.get("/api/v1/notes/" + id), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "9223372036854775807", "-9223372036854775808"})
    void aSigned64BitIdIsRead(String id) {
        assertThat(ServerUnderTest.json(server.get("/api/v1/notes/" + id))
                        .path("id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void aFaultShowsNothingOfItsCause() {
        HttpResponse<String> answer = server.get("/api/v1/broken");
        JsonNode problem = problem(answer, 500);
        assertThat(problem.path("code").asText()).isEqualTo("internal_error");
        assertThat(answer.body())
                .doesNotContain("SELECT")
                .doesNotContain("/var")
                .doesNotContain("Exception");
    }

    @Test
    void withoutATokenOnlyPublicRoutesAnswer() {
        HttpResponse<String> answer = server.get("/api/v1/mine");
        problem(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(server.get("/api/v1/mine", "Authorization", "Bearer user-5").statusCode())
                .isEqualTo(204);
    }

    @Test
    void aBadTokenIsRefusedEvenOnAPublicRoute() {
        problem(server.get("/api/v1/notes/1", "Authorization", "Bearer nonsense"), 401);
        problem(server.get("/api/v1/notes/1", "Authorization", "Basic abc"), 401);
    }

    @Test
    void operatorsPassWhereOthersAreForbidden() {
        problem(server.get("/api/v1/all", "Authorization", "Bearer user-5"), 403);
        assertThat(server.get("/api/v1/all", "Authorization", "Bearer operator").statusCode())
                .isEqualTo(204);
    }

    @Test
    void withoutCommunitiesNobodyIsAMember() {
        problem(server.get("/api/v1/waddles/5", "Authorization", "Bearer user-5"), 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/notes/1 HTTP/1.1\r\nHost: a\r\nBad Header\r\n\r\n",
                "GARBAGE\r\n\r\n",
                "GET /api/v1/notes/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /api/v1/notes/%ff HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /a/%2e%2e/b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /api/v1/notes/1 HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "POST /api/v1/notes HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /api/v1/notes HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"
            })
    void whatCannotBeParsedIsAnsweredAsAProblem(String request) throws IOException {
        String answer = server.raw(request);
        assertThat(answer)
                .startsWith("HTTP/1.1 4")
                .contains(Problems.MEDIA_TYPE)
                .contains("nosniff");
    }

    @Test
    void anOversizedHeadIsAnsweredAsAProblem() throws IOException {
        String answer = server.raw(
                "GET / HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(20_000) + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("head_too_large");
    }

    private static JsonNode problem(HttpResponse<String> answer, int... statuses) {
        assertThat(statuses).contains(answer.statusCode());
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(Problems.MEDIA_TYPE);
        JsonNode body = ServerUnderTest.json(answer);
        assertThat(body.path("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(body.path("type").asText())
                .isEqualTo("/problems/" + body.path("code").asText());
        assertThat(body.path("title").asText()).isNotEmpty();
        assertThat(body.path("detail").asText()).isNotEmpty();
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .contains(body.path("instance").asText());
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        return body;
    }
}
