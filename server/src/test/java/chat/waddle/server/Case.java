package chat.waddle.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One line of a table of requests: who asks what, and what must and must not stand in the answer.
///
/// @param request method and path, such as `GET /waddles`
public record Case(
        String name,
        Person who,
        String request,
        @Nullable String json,
        int status,
        List<String> contains,
        List<String> lacks) {
    /// A refusal or an answer told by its status and one text in it.
    public static Case of(String name, Person who, String request, @Nullable String json, int status, String contains) {
        return new Case(
                name, who, request, json, status, contains.isEmpty() ? List.of() : List.of(contains), List.of());
    }

    /// The same, without this in the answer.
    public Case without(String text) {
        return new Case(name, who, request, json, status, contains, List.of(text));
    }

    /// Asks, and holds the answer to the line.
    public Answer run(CommunityServer server) {
        String[] parts = request.split(" ", 2);
        Answer answer = server.send(who, parts[0], parts[1], json);
        assertThat(answer.status()).as("%s: %s", name, answer.text()).isEqualTo(status);
        contains.forEach(text -> assertThat(answer.text()).as(name).contains(text));
        lacks.forEach(text -> assertThat(answer.text()).as(name).doesNotContain(text));
        return answer;
    }

    /// Every line in order.
    public static void runAll(CommunityServer server, Case... cases) {
        for (Case line : cases) {
            line.run(server);
        }
    }
}
