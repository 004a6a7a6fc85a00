package chat.waddle.server.channel;

import chat.waddle.community.Permission;
import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where earlier history is denied, a member reads what was posted since their stay began, and nothing else.
class EarlierHistoryTest {
    private static final String OLD = "old ducks";
    private static final String NEW = "new ducks";

    @TempDir
    private Path folder = Path.of("");

    private static String says(String text) {
        return "{\"content\": \"" + text + "\"}";
    }

    private static String denied(Permission permission) {
        return "{\"allow\": \"0\", \"deny\": \"" + permission.mask() + "\"}";
    }

    private static String allowed(Permission permission) {
        return "{\"allow\": \"" + permission.mask() + "\", \"deny\": \"0\"}";
    }

    @Test
    void aStayBoundsWhatIsRead() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            String id = server.waddle(ann, "pond", false);
            String pond = "/waddles/" + id;
            server.post(ann, pond + "/channels", "{\"name\": \"talk\"}").expect(201);
            String talk = pond + "/channels/talk";
            String messages = talk + "/messages";
            String thread = server.post(ann, talk + "/threads", "{\"title\": \"t\"}")
                    .expect(201)
                    .text("id");
            String old = server.post(ann, messages, says(OLD)).expect(201).text("id");
            server.post(ann, messages, "{\"content\": \"old geese\", \"threadId\": \"" + thread + "\"}")
                    .expect(201);
            Person bob = server.person("bob");
            server.join(ann, id, bob);
            String younger = server.post(ann, messages, says(NEW)).expect(201).text("id");
            String everyone = server.presetRole(ann, id, "member");
            String setting = talk + "/overwrites/role/" + everyone;
            String forBob = talk + "/overwrites/user/" + bob.id();
            String search = "GET " + pond + "/search?q=ducks";
            String reply = "{\"content\": \"re\", \"replyToId\": \"" + old + "\"}";
            String spam = "{\"reason\": \"spam\"}";
            String read = "{\"messageId\": \"" + old + "\"}";
            String ids = "[\"" + old + "\"]";
            String bulk = "POST " + messages + "/bulk-delete";
            String bound = denied(Permission.READ_EARLIER_HISTORY);
            Case.runAll(
                    server,
                    Case.of("before", bob, "GET " + messages, null, 200, OLD),
                    Case.of("bound", ann, "PUT " + setting, bound, 200, ""),
                    Case.of("newest", bob, "GET " + messages, null, 200, NEW).without("old"),
                    Case.of("no more", bob, "GET " + messages + "?limit=1", null, 200, "\"before\":null"),
                    Case.of("back", bob, "GET " + messages + "?before=" + younger, null, 200, "\"items\":[]"),
                    Case.of("on", bob, "GET " + messages + "?after=0", null, 200, NEW)
                            .without("old"),
                    Case.of("around", bob, "GET " + messages + "?around=" + old, null, 200, NEW)
                            .without("old"),
                    Case.of("thread", bob, "GET " + pond + "/threads/" + thread + "/messages", null, 200, "[]"),
                    Case.of("one", bob, "GET " + messages + "/" + old, null, 404, "no_such_message"),
                    Case.of("edits", bob, "GET " + messages + "/" + old + "/history", null, 404, "no_such_message"),
                    Case.of("search", bob, search, null, 200, younger).without(old),
                    Case.of("best", bob, search + "&sort=relevance", null, 200, younger)
                            .without(old),
                    Case.of("scan", bob, "GET " + pond + "/search?q=-fish", null, 200, younger)
                            .without(old),
                    Case.of("in", bob, search + "&channel=talk", null, 200, younger)
                            .without(old),
                    Case.of("reply", bob, "POST " + messages, reply, 422, "replyToId"),
                    Case.of("keep", bob, "PUT /users/me/bookmarks/messages/" + old + "?waddle=" + id, null, 404, ""),
                    Case.of("report", bob, "POST " + messages + "/" + old + "/report", spam, 404, "no_such_message"),
                    Case.of("read", bob, "PUT " + talk + "/read", read, 404, "no_such_message"),
                    Case.of("manager", ann, "PUT " + forBob, allowed(Permission.MANAGE_MESSAGES), 200, ""),
                    Case.of("delete", bob, "DELETE " + messages + "/" + old, null, 404, "no_such_message"),
                    Case.of("trial", bob, bulk, "{\"ids\": " + ids + ", \"dryRun\": true}", 200, "\"deleted\":[]"),
                    Case.of("bulk", bob, bulk, "{\"ids\": " + ids + "}", 200, "\"deleted\":[]"),
                    Case.of("the owner", ann, "GET " + messages, null, 200, OLD),
                    Case.of("her search", ann, search, null, 200, old),
                    Case.of("bob may", ann, "PUT " + forBob, allowed(Permission.READ_EARLIER_HISTORY), 200, ""),
                    Case.of("reads", bob, "GET " + messages, null, 200, OLD),
                    Case.of("finds", bob, search, null, 200, old),
                    Case.of("lift", ann, "DELETE " + forBob, null, 204, ""),
                    Case.of("not now", bob, "GET " + messages, null, 200, NEW).without("old"));
        }
    }

    @Test
    void anotherStayBeginsAnew() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String pond = "/waddles/" + id;
            server.post(ann, pond + "/channels", "{\"name\": \"talk\"}").expect(201);
            String messages = pond + "/channels/talk/messages";
            String everyone = "/channels/talk/overwrites/role/" + server.presetRole(ann, id, "member");
            server.put(ann, pond + everyone, denied(Permission.READ_EARLIER_HISTORY))
                    .expect(200);
            server.post(bob, messages, says(OLD)).expect(201);
            Case.of("in his stay", bob, "GET " + messages, null, 200, OLD).run(server);
            server.post(bob, pond + "/leave", null).expect(204);
            server.person("a moment later");
            server.join(ann, id, bob);
            Case.of("his own", bob, "GET " + messages, null, 200, "\"items\":[]")
                    .run(server);
        }
    }
}
