package chat.waddle.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaddleAuditTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void whoMayViewItReadsWhoDidWhatAndNobodyElse() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person eve = server.person("eve");
            Person out = server.person("out");
            String pond = "/waddles/" + server.waddle(ann, "pond", true);
            server.join(ann, pond.substring("/waddles/".length()), eve);
            server.put(ann, pond + "/bans/" + out.id(), "{\"reason\": \"spam\"}")
                    .expect(200);
            server.delete(ann, pond + "/bans/" + out.id()).expect(204);
            Case.runAll(
                    server,
                    Case.of("member", eve, "GET " + pond + "/audit-log", null, 403, "missing_permission"),
                    Case.of("verify", eve, "GET " + pond + "/audit-log/verify", null, 403, "missing_permission"),
                    Case.of("stranger", out, "GET " + pond + "/audit-log", null, 404, "no_such_waddle"),
                    Case.of("action", ann, "GET " + pond + "/audit-log?action=nonsense", null, 400, "malformed"));
            JsonNode items = server.get(ann, pond + "/audit-log?actor=" + ann.id() + "&limit=1")
                    .expect(200)
                    .body();
            assertThat(items.path("items").path(0).path("action").asText()).isEqualTo("member.unban");
            JsonNode older = server.get(
                            ann,
                            pond + "/audit-log?action=member.ban&before="
                                    + items.path("next").asText())
                    .expect(200)
                    .body();
            assertThat(older.path("items")).hasSize(1);
            JsonNode ban = older.path("items").path(0);
            assertThat(ban.path("reason").asText()).isEqualTo("spam");
            assertThat(ban.path("resourceId").asText()).isEqualTo(out.id());
            assertThat(ban.path("changes").isArray()).isTrue();
        }
    }

    @Test
    void aLineThatSomebodyChangedInTheFileIsFoundInBothLogs() throws IOException, SQLException {
        String pond;
        Person olga;
        Person ann;
        try (CommunityServer server = new CommunityServer(folder)) {
            olga = server.operator("olga");
            ann = server.person("ann");
            Person eve = server.person("eve");
            pond = "/waddles/" + server.waddle(ann, "pond", true);
            for (int i = 0; i < 5; i++) {
                server.put(ann, pond + "/bans/" + eve.id(), "{\"reason\": \"spam " + i + "\"}")
                        .expect(200);
            }
            JsonNode waddle =
                    server.get(ann, pond + "/audit-log/verify").expect(200).body();
            assertThat(waddle.path("intact").asBoolean()).isTrue();
            assertThat(waddle.path("entries").asInt()).isGreaterThanOrEqualTo(5);
            JsonNode directory =
                    server.get(olga, "/admin/audit-log/verify").expect(200).body();
            assertThat(directory.path("intact").asBoolean()).isTrue();
            assertThat(directory.path("unchained").asInt()).isZero();
        }
        for (Path file : files()) {
            changeAnEntry(file);
        }
        try (CommunityServer server = new CommunityServer(folder)) {
            JsonNode waddle =
                    server.get(ann, pond + "/audit-log/verify").expect(200).body();
            assertThat(waddle.path("intact").asBoolean()).isFalse();
            assertThat(waddle.path("brokenAt").asText()).isNotEmpty();
            JsonNode directory =
                    server.get(olga, "/admin/audit-log/verify").expect(200).body();
            assertThat(directory.path("intact").asBoolean()).isFalse();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(".sqlite")).toList();
        }
    }

    private static void changeAnEntry(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            int changed = statement.executeUpdate("UPDATE audit_log SET reason = 'nothing at all' WHERE id ="
                    + " (SELECT id FROM audit_log ORDER BY id LIMIT 1 OFFSET 1)");
            assertThat(changed).as("%s", file).isEqualTo(1);
        }
    }
}
