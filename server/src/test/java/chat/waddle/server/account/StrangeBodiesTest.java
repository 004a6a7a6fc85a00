package chat.waddle.server.account;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.docs.OpenApiDocument;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Route;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a field holds, the answer is one the contract knows, and none of them is a fault of the server.
class StrangeBodiesTest {
    private static final List<String> VALUES = List.of(
            "null",
            "0",
            "-1e999",
            "99999999999999999999",
            "true",
            "[]",
            "[null]",
            "[[[[]]]]",
            "{}",
            "{\"\": null}",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\"",
            "\"'; DROP TABLE users; --\"",
            "\"" + "x".repeat(5_000) + "\"",
            "\"" + "e\\u0301".repeat(200) + "\"",
            "\"9999-99-99T99:99:99Z\"",
            "\"+999999999-12-31T23:59:59Z\"");

    private static final Map<String, String> FINE = Map.of(
            "email", "\"eve@example.org\"",
            "username", "\"eve\"",
            "password", "\"Correct-horse-7\"",
            "newPassword", "\"Correct-horse-8\"",
            "currentPassword", "\"Wrong-horse-7\"",
            "displayName", "\"Eve\"",
            "name", "\"cron\"",
            "scopes", "[\"read\"]");

    private final AccountServer server;
    private final JsonNode contract = OpenApiDocument.load().tree();

    StrangeBodiesTest(@TempDir Path folder) {
        server = new AccountServer(folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void noFieldBreaksAnEndpoint() {
        String token = server.member("ada").text("accessToken");
        int calls = 0;
        for (Route route : server.routes()) {
            List<String> fields = fields(route);
            String caller = route.access() instanceof Access.Public ? AccountServer.NOBODY : token;
            for (String body : bodies(route, fields)) {
                Answer answer =
                        server.send(route.method().name(), route.path().substring(Route.API.length()), caller, body);
                assertThat(answer.status())
                        .as("%s %s", route.operationId(), body)
                        .isLessThan(500);
                calls++;
            }
        }
        assertThat(calls).isGreaterThan(500);
        server.get("/users/me", token).expect(200);
    }

    private List<String> fields(Route route) {
        String reference = contract.path("paths")
                .path(route.path())
                .path(route.method().name().toLowerCase(Locale.ROOT))
                .at("/requestBody/content/application~1json/schema/$ref")
                .asText();
        return reference.isEmpty()
                ? List.of()
                : contract.at(reference.substring(1) + "/properties")
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .toList();
    }

    /// Each value in each field: alone, among fields that are fine, and in all of them together.
    private static List<String> bodies(Route route, List<String> fields) {
        List<String> bodies = new ArrayList<>();
        for (String value : VALUES) {
            for (String strange : fields) {
                bodies.add("{\"" + strange + "\": " + value + "}");
                bodies.add(object(fields, field -> field.equals(strange) ? value : fine(route, field)));
            }
            if (!fields.isEmpty()) {
                bodies.add(object(fields, _ -> value));
            }
        }
        return bodies;
    }

    /// The account is still needed, so nothing deletes it.
    private static @Nullable String fine(Route route, String field) {
        return route.operationId().equals("deleteMe") && field.equals("password")
                ? "\"Wrong-horse-7\""
                : FINE.get(field);
    }

    private static String object(List<String> fields, Function<String, @Nullable String> value) {
        return fields.stream()
                .filter(field -> value.apply(field) != null)
                .map(field -> "\"" + field + "\": " + value.apply(field))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
