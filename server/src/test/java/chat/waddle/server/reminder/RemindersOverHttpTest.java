package chat.waddle.server.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemindersOverHttpTest {
    private static final String ALL = "/users/me/reminders";

    @TempDir
    private Path folder = Path.of("");

    private CommunityServer server;
    private Person ann;
    private Person bob;
    private String waddle;
    private String messages;

    @BeforeEach
    void start() {
        server = new CommunityServer(folder);
        ann = server.person("ann");
        bob = server.person("bob");
        waddle = server.waddle(ann, "pond", false);
        server.join(ann, waddle, bob);
        String channel = server.post(ann, "/waddles/" + waddle + "/channels", "{\"name\": \"talk\"}")
                .expect(201)
                .text("id");
        messages = "/waddles/" + waddle + "/channels/" + channel + "/messages";
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String message(String content) {
        return server.post(ann, messages, "{\"content\": \"" + content + "\"}")
                .expect(201)
                .text("id");
    }

    private String ofMessage(String id) {
        return "{\"waddleId\": \"" + waddle + "\", \"messageId\": \"" + id + "\", \"dueInSeconds\": 3600}";
    }

    @Test
    void aReminderIsMadeListedAndDeletedByItsOwnerOnly() {
        Answer made = server.post(bob, ALL, "{\"note\": \"Tea\", \"dueInSeconds\": 60}")
                .expect(201);
        assertThat(made.body().path("due").asBoolean()).isFalse();
        assertThat(made.body().path("message").isNull()).isTrue();
        Answer ofMessage = server.post(bob, ALL, ofMessage(message("hello"))).expect(201);
        assertThat(ofMessage.body().path("message").path("content").asText()).isEqualTo("hello");

        JsonNode items = server.get(bob, ALL).expect(200).body().path("items");
        assertThat(items).containsExactly(ofMessage.body(), made.body());
        Answer first = server.get(bob, ALL + "?limit=1").expect(200);
        assertThat(first.body().path("items")).containsExactly(ofMessage.body());
        assertThat(server.get(bob, ALL + "?limit=1&cursor=" + first.text("next"))
                        .body()
                        .path("items"))
                .containsExactly(made.body());

        server.delete(ann, ALL + "/" + made.text("id")).expect(404, "no_such_reminder");
        server.delete(bob, ALL + "/" + made.text("id")).expect(204);
        server.delete(bob, ALL + "/" + made.text("id")).expect(404, "no_such_reminder");
        assertThat(server.get(bob, ALL).body().path("items")).hasSize(1);
        assertThat(server.get(ann, ALL).body().path("items")).isEmpty();
    }

    @Test
    void whetherItsMessageMayBeSeenIsAskedEachTime() {
        String id = message("ours");
        server.post(server.person("eve"), ALL, ofMessage(id)).expect(404, "no_such_message");
        server.post(bob, ALL, ofMessage("7")).expect(404, "no_such_message");
        server.post(bob, ALL, ofMessage(id)).expect(201);

        server.post(bob, "/waddles/" + waddle + "/leave", null).expect(204);
        assertThat(server.get(bob, ALL)
                        .body()
                        .path("items")
                        .path(0)
                        .path("message")
                        .isNull())
                .isTrue();
        server.join(ann, waddle, bob);
        assertThat(server.get(bob, ALL)
                        .body()
                        .path("items")
                        .path(0)
                        .path("message")
                        .path("content")
                        .asText())
                .isEqualTo("ours");
        server.delete(ann, messages + "/" + id).expect(204);
        assertThat(server.get(bob, ALL)
                        .body()
                        .path("items")
                        .path(0)
                        .path("message")
                        .isNull())
                .isTrue();
    }

    @Test
    void strangeRemindersAreRefusedWithAReason() {
        Case.runAll(
                server,
                Case.of("nothing", bob, "POST " + ALL, "{\"dueInSeconds\": 5}", 422, "note"),
                Case.of("no time", bob, "POST " + ALL, "{\"note\": \"x\"}", 422, "dueAt"),
                Case.of("past", bob, "POST " + ALL, """
                        {"note": "x", "dueAt": "2020-01-01T00:00:00Z"}""", 422, "in_the_past"),
                Case.of(
                        "no waddle",
                        bob,
                        "POST " + ALL,
                        "{\"messageId\": \"7\", \"dueInSeconds\": 5}",
                        422,
                        "incomplete"),
                Case.of("unknown", bob, "POST " + ALL, "{\"text\": \"x\"}", 400, "unknown_field"),
                Case.of("id", bob, "DELETE " + ALL + "/x", null, 400, "malformed_id"),
                Case.of("nobody", CommunityServer.NOBODY, "GET " + ALL, null, 401, "not_signed_in"));
        assertThat(server.get(bob, ALL).body().path("items")).isEmpty();
    }
}
