package chat.waddle.server.robot;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RobotsOverHttpTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aQuestionGoesFromAMessageToAnAnswerInTheChannel() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String waddle = server.waddle(ann, "pond", false);
            server.join(ann, waddle, bob);
            String path = "/waddles/" + waddle;
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            String robot = server.post(ann, path + "/robots", "{\"name\": \"Helper\", \"description\": \"knows\"}")
                    .expect(201)
                    .text("id");
            String message = server.post(bob, path + "/channels/talk/messages", "{\"content\": \"why?\"}")
                    .expect(201)
                    .text("id");
            String lease = path + "/robots/" + robot + "/lease";
            server.post(ann, lease, "{}").expect(204);
            String ask = path + "/channels/talk/robots/" + robot + "/ask";
            String question = "{\"messageId\": \"" + message + "\", \"request\": {\"depth\": 2}}";
            Answer asked = server.post(bob, ask, question).expect(201);
            server.post(bob, ask, question).expect(200);
            String one = path + "/robot-interactions/" + asked.text("id");
            assertThat(server.get(bob, one)
                            .expect(200)
                            .body()
                            .path("request")
                            .path("depth")
                            .asInt())
                    .isEqualTo(2);
            Answer taken = server.post(ann, lease, "{\"leaseSeconds\": 30}").expect(200);
            assertThat(taken.text("status")).isEqualTo("processing");
            assertThat(server.get(bob, one).expect(200).body().path("leaseId").isNull())
                    .isTrue();
            String held = "\"leaseId\": \"" + taken.text("leaseId") + "\"";
            server.patch(ann, one, "{\"status\": \"processing\", " + held + ", \"observation\": {\"seen\": true}}")
                    .expect(200);
            String answer = "{\"status\": \"completed\", " + held
                    + ", \"content\": \"because\", \"visibleToGuests\": true," + " \"response\": {\"tokens\": 7}}";
            Answer done = server.patch(ann, one, answer).expect(200);
            server.patch(ann, one, answer).expect(200);
            assertThat(done.body().path("response").path("tokens").asInt()).isEqualTo(7);
            var said = server.get(bob, path + "/channels/talk/messages")
                    .expect(200)
                    .body()
                    .path("items");
            assertThat(said.size()).isEqualTo(2);
            assertThat(said.path(1).path("contentType").asText()).isEqualTo("robot");
            assertThat(said.path(1).path("robotId").asText()).isEqualTo(robot);
            assertThat(said.path(1).path("robotResponseTo").asText()).isEqualTo(message);
            assertThat(said.path(1).path("deliveryStatus").asText()).isEqualTo("delivered");
            assertThat(said.path(1).path("id").asText()).isEqualTo(done.text("replyId"));
            Case.of("found", bob, "GET " + path + "/search?q=because", null, 200, "\"robotId\":\"" + robot)
                    .run(server);
            Case.of("final", ann, "PATCH " + one, "{\"status\": \"failed\", " + held + "}", 409, "illegal_transition")
                    .run(server);
        }
    }

    @Test
    void whatIsSaidAboutRobotsIsChecked() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            Person eve = server.person("eve");
            String waddle = server.waddle(ann, "pond", false);
            server.join(ann, waddle, bob);
            server.join(ann, waddle, eve);
            String path = "/waddles/" + waddle;
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            String robot = server.post(ann, path + "/robots", "{\"name\": \"Helper\"}")
                    .expect(201)
                    .text("id");
            String message = server.post(bob, path + "/channels/talk/messages", "{\"content\": \"why?\"}")
                    .expect(201)
                    .text("id");
            String ask = "POST " + path + "/channels/talk/robots/" + robot + "/ask";
            String about = "{\"messageId\": \"" + message + "\"";
            String large = about + ", \"request\": {\"a\": \"" + "x".repeat(16_384) + "\"}}";
            String lease = "POST " + path + "/robots/" + robot + "/lease";
            Case.runAll(
                    server,
                    Case.of("a list", bob, ask, about + ", \"request\": [1]}", 422, "wrong_type"),
                    Case.of("large", bob, ask, large, 422, "too_long"),
                    Case.of("no message", bob, ask, "{\"messageId\": \"1\"}", 404, "no_such_message"),
                    Case.of("ask", bob, ask, about + "}", 201, "\"status\":\"pending\""),
                    Case.of("not his", bob, lease, "{}", 403, "not_allowed"),
                    Case.of("short", ann, lease, "{\"leaseSeconds\": 1}", 422, "out_of_range"),
                    Case.of("unknown", ann, "POST " + path + "/robots/1/lease", "{}", 404, "no_such_robot"),
                    Case.of("taken", ann, "POST " + path + "/robots", "{\"name\": \"helper\"}", 409, "name_taken"));
            String id = server.post(ann, path + "/robots/" + robot + "/lease", "{}")
                    .expect(200)
                    .text("id");
            String one = path + "/robot-interactions/" + id;
            Case.runAll(
                    server,
                    Case.of("odd", ann, "PATCH " + one, "{\"status\": \"odd\"}", 422, "unknown_status"),
                    Case.of("back", ann, "PATCH " + one, "{\"status\": \"pending\"}", 422, "not_allowed"),
                    Case.of("no lease", ann, "PATCH " + one, "{\"status\": \"completed\"}", 422, "leaseId"),
                    Case.of(
                            "no text",
                            ann,
                            "PATCH " + one,
                            "{\"status\": \"completed\", \"leaseId\": \"1\"}",
                            422,
                            "content"),
                    Case.of(
                            "not held",
                            ann,
                            "PATCH " + one,
                            "{\"status\": \"completed\", \"leaseId\": \"1\", \"content\": \"x\"}",
                            409,
                            "lease_lost"),
                    Case.of("hers only", eve, "GET " + one, null, 404, "no_such_interaction"),
                    Case.of("who asked", bob, "PATCH " + one, "{\"status\": \"failed\"}", 403, "not_allowed"));
            server.delete(ann, path + "/robots/" + robot).expect(204);
            Case.of("gone", bob, "GET " + one, null, 200, "\"status\":\"failed\"")
                    .run(server);
            Case.of("none", bob, "GET " + path + "/robots", null, 200, "\"items\":[]")
                    .run(server);
        }
    }
}
