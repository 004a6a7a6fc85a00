package chat.waddle.server.robot;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a robot says to members only is nowhere for guests; members see it everywhere.
class GuestsAndRobotsTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsHiddenFromGuestsIsNowhereForThem() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = member(server, "ann");
            Person guest = server.person("gus");
            String waddle = server.waddle(ann, "pond", false);
            server.join(ann, waddle, guest);
            String path = "/waddles/" + waddle;
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            String robot = server.post(ann, path + "/robots", "{\"name\": \"Helper\"}")
                    .expect(201)
                    .text("id");
            String messages = path + "/channels/talk/messages";
            assertThat(server.get(guest, messages).expect(200).text()).contains("\"items\":[]");
            String shown = answered(server, ann, path, robot, "a walrus for all", true);
            String hidden = answered(server, ann, path, robot, "a walrus for few", false);
            String one = messages + "/" + hidden;
            String bookmark = "/users/me/bookmarks/messages/" + hidden + "?waddle=" + waddle;
            Case.runAll(
                    server,
                    Case.of("unread", guest, "GET " + path + "/unread", null, 200, "\"unreadCount\":3"),
                    Case.of("newest", guest, "GET " + messages, null, 200, shown)
                            .without(hidden),
                    Case.of("before", guest, "GET " + messages + "?before=9000000000000000000", null, 200, shown)
                            .without(hidden),
                    Case.of("after", guest, "GET " + messages + "?after=1", null, 200, shown)
                            .without(hidden),
                    Case.of("around", guest, "GET " + messages + "?around=" + hidden, null, 200, shown)
                            .without("for few"),
                    Case.of("search", guest, "GET " + path + "/search?q=walrus", null, 200, shown)
                            .without(hidden),
                    Case.of("best", guest, "GET " + path + "/search?q=walrus&sort=relevance", null, 200, shown)
                            .without(hidden),
                    Case.of("no word", guest, "GET " + path + "/search?q=from:" + ann.id(), null, 200, shown)
                            .without(hidden),
                    Case.of("one", guest, "GET " + one, null, 404, "no_such_message"),
                    Case.of("edits", guest, "GET " + one + "/history", null, 404, "no_such_message"),
                    Case.of("reactions", guest, "GET " + one + "/reactions", null, 404, "no_such_message"),
                    Case.of("react", guest, "PUT " + one + "/reactions/%F0%9F%91%8D/me", null, 404, "no_such_message"),
                    Case.of("bookmark", guest, "PUT " + bookmark, null, 404, ""),
                    Case.of("pin", ann, "PUT " + one + "/pin", null, 204, ""),
                    Case.of("pins", guest, "GET " + path + "/channels/talk/pins", null, 200, "\"items\":[]"),
                    Case.of("member's", ann, "GET " + messages, null, 200, hidden),
                    Case.of("member's one", ann, "GET " + one, null, 200, "\"visibleToGuests\":false"),
                    Case.of("member's search", ann, "GET " + path + "/search?q=walrus", null, 200, hidden),
                    Case.of("member's pins", ann, "GET " + path + "/channels/talk/pins", null, 200, hidden),
                    Case.of("member's bookmark", ann, "PUT " + bookmark, null, 201, hidden));
        }
    }

    @Test
    void aLongPageOfALaterDayHidesItToo() {
        String messages;
        String hidden;
        Person guest;
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = member(server, "ann");
            guest = server.person("guest");
            String path = "/waddles/" + server.waddle(ann, "pond", true);
            server.post(guest, path + "/join", null).expect(200);
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            String robot = server.post(ann, path + "/robots", "{\"name\": \"Helper\"}")
                    .expect(201)
                    .text("id");
            messages = path + "/channels/talk/messages";
            hidden = answered(server, ann, path, robot, "a walrus for few", false);
            for (int i = 0; i < 70; i++) { // more than memory keeps
                server.post(ann, messages, "{\"content\": \"later\"}").expect(201);
            }
        }
        try (CommunityServer server = new CommunityServer(folder)) {
            Answer page = server.get(guest, messages + "?limit=100").expect(200);
            assertThat(page.body().path("items").size()).isEqualTo(71);
            assertThat(page.text()).doesNotContain(hidden);
        }
    }

    private static Person member(CommunityServer server, String name) {
        Answer answer = server.post(
                        CommunityServer.NOBODY,
                        "/auth/register",
                        "{\"email\": \"" + name + "@example.org\", \"username\": \"" + name
                                + "\", \"password\": \"Correct-horse-7\", \"displayName\": \"" + name + "\"}")
                .expect(201);
        return new Person(name, answer.body().path("user").path("id").asText(), answer.text("accessToken"));
    }

    private static String answered(
            CommunityServer server, Person ann, String path, String robot, String text, boolean visible) {
        String message = server.post(ann, path + "/channels/talk/messages", "{\"content\": \"what?\"}")
                .expect(201)
                .text("id");
        server.post(ann, path + "/channels/talk/robots/" + robot + "/ask", "{\"messageId\": \"" + message + "\"}")
                .expect(201);
        Answer taken =
                server.post(ann, path + "/robots/" + robot + "/lease", "{}").expect(200);
        return server.patch(
                        ann,
                        path + "/robot-interactions/" + taken.text("id"),
                        "{\"status\": \"completed\", \"leaseId\": \"" + taken.text("leaseId") + "\", \"content\": \""
                                + text + "\", \"visibleToGuests\": " + visible + "}")
                .expect(200)
                .text("replyId");
    }
}
