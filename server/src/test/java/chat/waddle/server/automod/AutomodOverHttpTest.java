package chat.waddle.server.automod;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutomodOverHttpTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void rulesAreMadeChangedAndHeldAgainstMessages() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String path = "/waddles/" + id;
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            String rules = path + "/automod/rules";
            String messages = path + "/channels/talk/messages";
            String words = "{\"name\": \"ads\", \"kind\": \"keywords\", \"words\": [\"buy now\", \"casino*\"],"
                    + " \"action\": \"block\"}";
            String one =
                    rules + "/" + server.post(ann, rules, words).expect(201).text("id");
            String empty = "{\"name\": \"n\", \"kind\": \"keywords\", \"action\": \"block\"}";
            String odd = "{\"name\": \"n\", \"kind\": \"magic\", \"action\": \"block\"}";
            String silence = "{\"action\": \"timeout\", \"timeoutSeconds\": 3600}";
            String ad = "{\"content\": \"Casinos: Buy now!\"}";
            Case.runAll(
                    server,
                    Case.of("not his", bob, "GET " + rules, null, 403, "missing_permission"),
                    Case.of("no words", ann, "POST " + rules, empty, 422, "words"),
                    Case.of("null", ann, "POST " + rules, empty.replace("}", ", \"words\": [null]}"), 422, "words"),
                    Case.of("no kind", ann, "POST " + rules, odd, 422, "unknown_kind"),
                    Case.of("list", ann, "GET " + rules, null, 200, "casino*"),
                    Case.of("blocked", bob, "POST " + messages, ad, 403, "blocked_by_automod"),
                    Case.of("moderator", ann, "POST " + messages, ad, 201, "Casinos"),
                    Case.of("flag", ann, "PATCH " + one, "{\"action\": \"flag\"}", 200, "\"flag\""),
                    Case.of("stands", bob, "POST " + messages, ad, 201, "Casinos"),
                    Case.of("queue", ann, "GET " + path + "/reports", null, 200, "\"reporterId\":null"),
                    Case.of("how long", ann, "PATCH " + one, "{\"action\": \"timeout\"}", 422, "timeoutSeconds"),
                    Case.of("silence", ann, "PATCH " + one, silence, 200, "3600"),
                    Case.of("silenced", bob, "POST " + messages, ad, 403, "blocked_by_automod"),
                    Case.of("still", bob, "POST " + messages, "{\"content\": \"hm\"}", 403, "in_timeout"),
                    Case.of("delete", ann, "DELETE " + one, null, 204, ""),
                    Case.of("twice", ann, "DELETE " + one, null, 404, "no_such_rule"));
        }
    }
}
