package chat.waddle.server.desk;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.Permission;
import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscalationsOverHttpTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRoomGoesUpStepByStep() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.registered("ann");
            Person bob = server.registered("bob");
            Person eve = server.registered("eve");
            String waddle = server.waddle(ann, "pond", false);
            String path = "/waddles/" + waddle;
            server.join(ann, waddle, bob);
            server.join(ann, waddle, eve);
            String role = server.post(
                            ann,
                            path + "/roles",
                            "{\"name\": \"experts\", \"permissions\": \"" + Permission.RESOLVE_ESCALATIONS.mask()
                                    + "\"}")
                    .expect(201)
                    .text("id");
            server.put(ann, path + "/members/" + eve.id() + "/roles/" + role, null)
                    .expect(200);
            String room = path + "/rooms/"
                    + server.post(ann, path + "/rooms", "{\"type\": \"support\"}")
                            .expect(201)
                            .text("id");
            String asking = "POST " + room + "/escalations";
            String up = "{\"toLevel\": \"T2\", \"reason\": \"It burns on.\"}";
            Case.runAll(
                    server,
                    Case.of("may not", bob, asking, up, 403, "missing_permission"),
                    Case.of("no reason", ann, asking, "{\"toLevel\": \"T2\"}", 422, "reason"),
                    Case.of("odd", ann, asking, "{\"toLevel\": \"T9\", \"reason\": \"x\"}", 422, "unknown_level"),
                    Case.of("not up", ann, asking, "{\"toLevel\": \"T1\", \"reason\": \"x\"}", 409, "level_not_above"),
                    Case.of(
                            "too urgent",
                            ann,
                            asking,
                            "{\"toLevel\": \"T2\", \"reason\": \"x\", \"priority\": 0}",
                            422,
                            "priority"));
            Answer made = server.post(ann, room + "/escalations", up).expect(201);
            assertThat(made.body().path("priority").asInt()).isEqualTo(3);
            assertThat(Duration.between(Instant.parse(made.text("createdAt")), Instant.parse(made.text("dueAt"))))
                    .isBetween(
                            Duration.ofDays(1).minusSeconds(1),
                            Duration.ofDays(1).plusSeconds(1));
            String queue = "GET " + path + "/escalations";
            String one = path + "/escalations/" + made.text("id");
            String toBob = "{\"userId\": \"" + bob.id() + "\"}";
            String toEve = "{\"userId\": \"" + eve.id() + "\"}";
            String notes = "{\"notes\": \"Put out.\"}";
            Case.runAll(
                    server,
                    Case.of("one at a time", ann, asking, up, 409, "already_escalated"),
                    Case.of("queue", ann, queue, null, 200, "It burns on."),
                    Case.of("not his", bob, queue, null, 403, "missing_permission"),
                    Case.of("odd", ann, queue + "?status=odd", null, 400, "malformed_parameter"),
                    Case.of("odd", ann, queue + "?level=T9", null, 400, "malformed_parameter"),
                    Case.of("odd", ann, queue + "?assignee=x", null, 400, "malformed"),
                    Case.of("odd", ann, queue + "?cursor=x", null, 400, "malformed_cursor"),
                    Case.of("nobody's", ann, queue + "?assignee=" + eve.id(), null, 200, "\"items\":[]"),
                    Case.of("too early", eve, "POST " + one + "/start", null, 409, "illegal_transition"),
                    Case.of("not him", ann, "POST " + one + "/assign", toBob, 422, "userId"),
                    Case.of("not by her", eve, "POST " + one + "/assign", toEve, 403, "missing_permission"),
                    Case.of("to her", ann, "POST " + one + "/assign", toEve, 200, "\"status\":\"assigned\""),
                    Case.of("hers", ann, queue + "?assignee=" + eve.id(), null, 200, "It burns on."),
                    Case.of("starts", eve, "POST " + one + "/start", null, 200, "\"status\":\"in_progress\""),
                    Case.of("no notes", eve, "POST " + one + "/resolve", "{}", 422, "notes"),
                    Case.of("resolves", eve, "POST " + one + "/resolve", notes, 200, "Put out."),
                    Case.of("for good", eve, "POST " + one + "/cancel", null, 409, "illegal_transition"),
                    Case.of("higher", ann, "GET " + room, null, 200, "\"level\":\"T2\""),
                    Case.of("one", ann, "GET " + one, null, 200, "\"overdue\":false"),
                    Case.of("none", ann, "GET " + path + "/escalations/1", null, 404, "no_such_escalation"),
                    Case.of("done", ann, queue, null, 200, "\"items\":[]"),
                    Case.of("kept", ann, queue + "?status=resolved&level=T2", null, 200, "Put out."));
            for (String level : new String[] {"T3", "manager"}) {
                String ask = "{\"toLevel\": \"" + level + "\", \"reason\": \"on\", \"priority\": 1}";
                String id =
                        server.post(ann, room + "/escalations", ask).expect(201).text("id");
                server.post(ann, path + "/escalations/" + id + "/cancel", null).expect(200);
            }
            Answer first = server.get(ann, path + "/escalations?status=cancelled&limit=1")
                    .expect(200);
            assertThat(first.body().path("items").path(0).path("toLevel").asText())
                    .isEqualTo("T3");
            String rest = queue + "?status=cancelled&limit=1&cursor=" + first.text("next");
            Case.runAll(
                    server,
                    Case.of("rest", ann, rest, null, 200, "\"toLevel\":\"manager\"")
                            .without("\"T3\""));
        }
    }
}
