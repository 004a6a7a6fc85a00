package chat.waddle.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsOverHttpTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aReportGoesThroughTheQueue() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String id = server.waddle(ann, "pond", false);
            server.join(ann, id, bob);
            String path = "/waddles/" + id;
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            String message = server.post(ann, path + "/channels/talk/messages", "{\"content\": \"buy now\"}")
                    .expect(201)
                    .text("id");
            String report = path + "/channels/talk/messages/" + message + "/report";
            String spam = "{\"reason\": \"spam\", \"text\": \"an advertisement\"}";
            String long1001 = "{\"reason\": \"spam\", \"text\": \"" + "x".repeat(1001) + "\"}";
            Answer made = server.post(bob, report, spam).expect(201);
            String one = path + "/reports/" + made.text("id");
            String nowhere = path + "/channels/talk/messages/1/report";
            Case.runAll(
                    server,
                    Case.of("again", bob, "POST " + report, spam, 200, "advertisement"),
                    Case.of("why", bob, "POST " + report, "{\"reason\": \"dull\"}", 422, "unknown_reason"),
                    Case.of("a rule", bob, "POST " + report, "{\"reason\": \"automod\"}", 422, "unknown_reason"),
                    Case.of("long", bob, "POST " + report, long1001, 422, "too_long"),
                    Case.of("no message", bob, "POST " + nowhere, spam, 404, "no_such_message"),
                    Case.of("not his", bob, "GET " + path + "/reports", null, 403, "missing_permission"),
                    Case.of("open", ann, "GET " + path + "/reports?status=open", null, 200, "advertisement"),
                    Case.of("which", ann, "GET " + path + "/reports?status=odd", null, 400, "malformed_parameter"),
                    Case.of("see", ann, "GET " + one, null, 200, "\"status\":\"open\""),
                    Case.of("odd", ann, "PATCH " + one, "{\"status\": \"odd\"}", 422, "unknown_status"),
                    Case.of(
                            "resolve",
                            ann,
                            "PATCH " + one,
                            "{\"status\": \"resolved\", \"note\": \"removed\"}",
                            200,
                            "\"note\":\"removed\""),
                    Case.of("none", ann, "GET " + path + "/reports?status=open", null, 200, "\"items\":[]"),
                    Case.of("done", ann, "GET " + path + "/reports?status=resolved", null, 200, "removed"),
                    Case.of("unknown", ann, "GET " + path + "/reports/1", null, 404, "no_such_report"));
            assertThat(made.text("reporterId")).isEqualTo(bob.id());
            assertThat(made.text("authorId")).isEqualTo(ann.id());
        }
    }
}
