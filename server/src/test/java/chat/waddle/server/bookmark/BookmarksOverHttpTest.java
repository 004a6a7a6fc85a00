package chat.waddle.server.bookmark;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.Pictures;
import chat.waddle.server.account.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookmarksOverHttpTest {
    private static final String ALL = "/users/me/bookmarks";

    @TempDir
    private Path folder = Path.of("");

    private CommunityServer server;
    private Person ann;
    private Person bob;
    private String waddle;
    private String channel;

    @BeforeEach
    void start() {
        server = new CommunityServer(folder);
        ann = server.person("ann");
        bob = server.person("bob");
        waddle = server.waddle(ann, "pond", false);
        server.join(ann, waddle, bob);
        channel = channel("talk", false);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String channel(String name, boolean isPrivate) {
        String body = "{\"name\": \"" + name + "\", \"isPrivate\": " + isPrivate + "}";
        return server.post(ann, "/waddles/" + waddle + "/channels", body)
                .expect(201)
                .text("id");
    }

    private String messages(String in) {
        return "/waddles/" + waddle + "/channels/" + in + "/messages";
    }

    private String message(String in, String text) {
        return server.post(ann, messages(in), "{\"content\": \"" + text + "\"}")
                .expect(201)
                .text("id");
    }

    private String one(String message) {
        return ALL + "/messages/" + message + "?waddle=" + waddle;
    }

    private JsonNode only(Person who) {
        JsonNode items = server.get(who, ALL).expect(200).body().path("items");
        assertThat(items).hasSize(1);
        return items.path(0);
    }

    private void hidden(JsonNode bookmark) {
        assertThat(bookmark.path("available").asBoolean()).isFalse();
        assertThat(bookmark.path("message").isNull()).isTrue();
    }

    private void shown(JsonNode bookmark, String content) {
        assertThat(bookmark.path("available").asBoolean()).isTrue();
        assertThat(bookmark.path("message").path("content").asText()).isEqualTo(content);
    }

    @Test
    void aMessageIsKeptFoundAndRemoved() {
        String id = message(channel, "keep me");
        server.get(bob, one(id)).expect(404, "no_such_bookmark");

        Answer added = server.put(bob, one(id), null).expect(201);
        assertThat(added.text("type")).isEqualTo("message");
        assertThat(added.text("messageId")).isEqualTo(id);
        assertThat(added.text("waddleId")).isEqualTo(waddle);
        shown(added.body(), "keep me");
        assertThat(server.put(bob, one(id), null).expect(200).body()).isEqualTo(added.body());
        assertThat(server.get(bob, one(id)).expect(200).body()).isEqualTo(added.body());
        assertThat(only(bob)).isEqualTo(added.body());
        assertThat(server.get(ann, ALL).expect(200).body().path("items")).isEmpty();

        server.delete(bob, one(id)).expect(204);
        server.delete(bob, one(id)).expect(204);
        assertThat(server.get(bob, ALL).expect(200).body().path("items")).isEmpty();
    }

    @Test
    void togglingTurnsItOnAndOff() {
        String id = message(channel, "hello");
        String body = "{\"type\": \"message\", \"waddleId\": \"" + waddle + "\", \"messageId\": \"" + id + "\"}";
        assertThat(server.post(bob, ALL + "/toggle", body).expect(200).text()).isEqualTo("{\"bookmarked\":true}");
        shown(only(bob), "hello");
        assertThat(server.post(bob, ALL + "/toggle", body).expect(200).text()).isEqualTo("{\"bookmarked\":false}");
        assertThat(server.get(bob, ALL).body().path("items")).isEmpty();

        server.post(server.person("eve"), ALL + "/toggle", body).expect(404, "no_such_message");
        Case.runAll(
                server,
                Case.of("no message", bob, "POST " + ALL + "/toggle", body.replace(id, "7"), 404, "no_such_message"),
                Case.of(
                        "no waddle",
                        bob,
                        "POST " + ALL + "/toggle",
                        body.replace("\"" + waddle + "\"", "\"7\""),
                        404,
                        "no_such_message"),
                Case.of("type", bob, "POST " + ALL + "/toggle", body.replace("\"message\"", "\"x\""), 422, "type"),
                Case.of(
                        "nothing",
                        bob,
                        "POST " + ALL + "/toggle",
                        "{\"type\": \"message\", \"waddleId\": \"" + waddle + "\"}",
                        422,
                        "messageId"));
    }

    @Test
    void aFileIsKeptByTheRulesOfDownloadingIt() {
        String file = server.upload(ann, waddle, "cat.png", Pictures.png(4, 3))
                .expect(201)
                .text("id");
        String one = ALL + "/files/" + file + "?waddle=" + waddle;
        String toggle = "{\"type\": \"file\", \"waddleId\": \"" + waddle + "\", \"attachmentId\": \"" + file + "\"}";
        server.put(bob, one, null).expect(404, "no_such_attachment");
        server.post(bob, ALL + "/toggle", toggle).expect(404, "no_such_attachment");
        server.put(ann, one, null).expect(201);
        String message = server.post(
                        ann, messages(channel), "{\"content\": \"\", \"attachmentIds\": [\"" + file + "\"]}")
                .expect(201)
                .text("id");

        Answer added = server.put(bob, one, null).expect(201);
        assertThat(added.text("type")).isEqualTo("file");
        assertThat(added.text("attachmentId")).isEqualTo(file);
        assertThat(added.body().path("messageId").isNull()).isTrue();
        assertThat(added.body().path("file").path("filename").asText()).isEqualTo("cat.png");
        assertThat(server.put(bob, one, null).expect(200).body()).isEqualTo(added.body());
        assertThat(server.get(bob, one).expect(200).body()).isEqualTo(added.body());
        assertThat(server.get(bob, ALL + "?type=file").body().path("items")).containsExactly(added.body());
        assertThat(server.get(bob, ALL + "?type=message").body().path("items")).isEmpty();

        server.delete(ann, messages(channel) + "/" + message).expect(204);
        assertThat(only(bob).path("available").asBoolean()).isFalse();
        assertThat(only(bob).path("file").isNull()).isTrue();
        server.post(ann, messages(channel) + "/" + message + "/restore", null).expect(200);
        assertThat(only(bob)).isEqualTo(added.body());
        server.delete(ann, "/waddles/" + waddle + "/attachments/" + file).expect(204);
        assertThat(only(bob).path("available").asBoolean()).isFalse();
        assertThat(server.post(bob, ALL + "/toggle", toggle).expect(200).text()).isEqualTo("{\"bookmarked\":false}");
        server.delete(bob, one).expect(204);
        assertThat(server.get(bob, ALL).body().path("items")).isEmpty();
        Case.runAll(
                server,
                Case.of("unknown", bob, "PUT " + ALL + "/files/7?waddle=" + waddle, null, 404, "no_such_attachment"),
                Case.of("no waddle", bob, "PUT " + ALL + "/files/7", null, 400, "missing_parameter"),
                Case.of(
                        "both",
                        bob,
                        "POST " + ALL + "/toggle",
                        toggle.replace("\"attachmentId\"", "\"messageId\": \"7\", \"attachmentId\""),
                        422,
                        "messageId"));
    }

    @Test
    void whoMayNotSeeAMessageCannotKeepItAndLearnsNothing() {
        String secret = message(channel("staff", true), "secret");
        String open = message(channel, "open");
        Person eve = server.person("eve");
        Case.runAll(
                server,
                Case.of("private channel", bob, "PUT " + one(secret), null, 404, "no_such_message"),
                Case.of("stranger", eve, "PUT " + one(open), null, 404, "no_such_message"),
                Case.of("unknown message", bob, "PUT " + one("7"), null, 404, "no_such_message"),
                Case.of("unknown waddle", bob, "PUT " + ALL + "/messages/7?waddle=7", null, 404, "no_such_message"),
                Case.of("no waddle", bob, "PUT " + ALL + "/messages/7", null, 400, "missing_parameter"),
                Case.of("strange waddle", bob, "PUT " + ALL + "/messages/7?waddle=pond", null, 400, "malformed_id"),
                Case.of("strange type", bob, "GET " + ALL + "?type=link", null, 400, "malformed_parameter"),
                Case.of("strange cursor", bob, "GET " + ALL + "?cursor=x", null, 400, "malformed_cursor"));
        assertThat(server.get(bob, ALL).body().path("items")).isEmpty();
        server.put(ann, one(secret), null).expect(201);
    }

    @Test
    void aDeletedMessageStaysListedWithoutContentUntilItIsRestored() {
        String id = message(channel, "oops");
        server.put(bob, one(id), null).expect(201);

        server.delete(ann, messages(channel) + "/" + id).expect(204);
        hidden(only(bob));
        hidden(server.get(bob, one(id)).expect(200).body());
        server.put(bob, one(id), null).expect(404, "no_such_message");

        server.post(ann, messages(channel) + "/" + id + "/restore", null).expect(200);
        shown(only(bob), "oops");

        server.delete(ann, messages(channel) + "/" + id + "?erase=true").expect(204);
        hidden(only(bob));
        server.delete(bob, one(id)).expect(204);
        assertThat(server.get(bob, ALL).body().path("items")).isEmpty();
    }

    @Test
    void accessIsAskedAgainAtEachReading() {
        String id = message(channel, "ours");
        server.put(bob, one(id), null).expect(201);
        shown(only(bob), "ours");

        server.patch(ann, "/waddles/" + waddle + "/channels/" + channel, "{\"isPrivate\": true}")
                .expect(200);
        hidden(only(bob));
        server.patch(ann, "/waddles/" + waddle + "/channels/" + channel, "{\"isPrivate\": false}")
                .expect(200);
        shown(only(bob), "ours");

        server.post(bob, "/waddles/" + waddle + "/leave", null).expect(204);
        hidden(only(bob));
        server.join(ann, waddle, bob);
        shown(only(bob), "ours");

        server.put(ann, "/waddles/" + waddle + "/bans/" + bob.id(), "{}").expect(200);
        hidden(only(bob));
    }

    @Test
    void aBookmarkOutlivesItsWaddle() {
        String id = message(channel, "gone");
        server.put(bob, one(id), null).expect(201);
        server.delete(ann, "/waddles/" + waddle).expect(204);
        hidden(only(bob));
        server.delete(bob, one(id)).expect(204);
    }

    @Test
    void aWaddleThatCannotBeReadHidesItsOwnBookmarksOnly() {
        String id = message(channel, "first");
        server.put(bob, one(id), null).expect(201);
        String other = server.waddle(bob, "lake", false);
        String talk = server.post(bob, "/waddles/" + other + "/channels", "{\"name\": \"talk\"}")
                .expect(201)
                .text("id");
        String second = server.post(
                        bob, "/waddles/" + other + "/channels/" + talk + "/messages", "{\"content\": \"second\"}")
                .expect(201)
                .text("id");
        server.put(bob, ALL + "/messages/" + second + "?waddle=" + other, null).expect(201);

        Person boss = server.operator("boss");
        String shard = server.application()
                .stores()
                .directory()
                .catalogue()
                .find(waddle)
                .orElseThrow()
                .shard()
                .toString();
        server.post(boss, "/admin/shards/" + shard + "/quarantine", "{\"reason\": \"test\"}")
                .expect(200);

        JsonNode items = server.get(bob, ALL).expect(200).body().path("items");
        assertThat(items).hasSize(2);
        shown(items.path(0), "second");
        hidden(items.path(1));
    }

    @Test
    void onePageLooksIntoAFewWaddlesAndTheNextGoesOn() {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String lake = server.waddle(bob, "lake-" + i, false);
            String in = "/waddles/" + lake + "/channels";
            server.post(bob, in, "{\"name\": \"talk\"}").expect(201);
            for (String text : List.of("one", "two")) {
                String id = server.post(bob, in + "/talk/messages", "{\"content\": \"" + text + "\"}")
                        .expect(201)
                        .text("id");
                kept.addFirst(id);
                server.put(bob, ALL + "/messages/" + id + "?waddle=" + lake, null)
                        .expect(201);
            }
        }
        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (JsonNode next = null; next == null || !next.isNull(); ) {
            String path = ALL + "?limit=100" + (next == null ? "" : "&cursor=" + next.asText());
            JsonNode page = server.get(bob, path).expect(200).body();
            page.path("items").forEach(item -> {
                seen.add(item.path("messageId").asText());
                assertThat(item.path("available").asBoolean()).isTrue();
            });
            sizes.add(page.path("items").size());
            next = page.path("next");
        }
        assertThat(seen).isEqualTo(kept);
        assertThat(sizes).containsExactly(16, 16, 8);
    }

    @Test
    void pagesFollowEachOtherFromTheNewestBack() {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String id = message(channel, "m" + i);
            kept.addFirst(id);
            server.put(bob, one(id), null).expect(201);
        }
        List<String> seen = new ArrayList<>();
        String path = ALL + "?type=message&limit=3";
        for (JsonNode next = null; next == null || !next.isNull(); ) {
            JsonNode page = server.get(bob, next == null ? path : path + "&cursor=" + next.asText())
                    .expect(200)
                    .body();
            page.path("items").forEach(item -> seen.add(item.path("messageId").asText()));
            next = page.path("next");
        }
        assertThat(seen).isEqualTo(kept);
        assertThat(server.get(bob, ALL + "?type=file").body().path("items")).isEmpty();
    }
}
