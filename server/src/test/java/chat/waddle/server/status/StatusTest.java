package chat.waddle.server.status;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {
    private static final String OWN = "/users/me/status";

    @TempDir
    private Path folder = Path.of("");

    private CommunityServer server;
    private Person ada;
    private Person eve;

    @BeforeEach
    void start() {
        server = new CommunityServer(folder);
        ada = server.person("ada");
        eve = server.person("eve");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aStatusIsSetReplacedAndCleared() {
        assertThat(server.get(ada, OWN).expect(200).body().path("version").asLong())
                .isZero();

        Answer first = server.put(ada, OWN, """
                        {"emoji": "☕", "text": "Coffee", "expiresInSeconds": 900, "doNotDisturb": true}
                        """).expect(200);
        assertThat(first.text("emoji")).isEqualTo("☕");
        Instant end = Instant.parse(first.text("expiresAt"));
        Instant set = Instant.parse(first.text("updatedAt"));
        assertThat(ChronoUnit.MILLIS.between(set, end)).isBetween(880_000L, 900_000L);

        String end2 = Instant.now()
                .plus(1, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.MILLIS)
                .toString();
        Answer second = server.put(ada, OWN, "{\"text\": \"Travelling\", \"expiresAt\": \"" + end2 + "\"}")
                .expect(200);
        assertThat(second.body().path("emoji").isNull()).isTrue();
        assertThat(second.body().path("doNotDisturb").asBoolean()).isFalse();
        assertThat(second.body().path("version").asLong()).isEqualTo(2);
        assertThat(server.get(ada, OWN).body()).isEqualTo(second.body());

        server.delete(ada, OWN).expect(204);
        server.delete(ada, OWN).expect(204);
        Answer cleared = server.get(ada, OWN).expect(200);
        assertThat(cleared.text("text")).isEmpty();
        assertThat(cleared.body().path("version").asLong()).isEqualTo(3);
    }

    @Test
    void onlyWhoSharesAWaddleSeesIt() {
        server.put(ada, OWN, "{\"text\": \"Here\"}").expect(200);
        String path = "/users/" + ada.id() + "/status";
        assertThat(server.get(ada, path).expect(200).text("text")).isEqualTo("Here");
        server.get(eve, path).expect(404, "no_such_user");
        server.get(eve, "/users/1/status").expect(404, "no_such_user");

        String waddle = server.waddle(ada, "penguins", false);
        server.join(ada, waddle, eve);
        assertThat(server.get(eve, path).expect(200).text("text")).isEqualTo("Here");

        server.post(eve, "/waddles/" + waddle + "/leave", null).expect(204);
        server.get(eve, path).expect(404, "no_such_user");
    }

    @Test
    void strangeBodiesAreRefusedWithAReason() {
        Case.runAll(
                server,
                Case.of("nothing", ada, "PUT " + OWN, "{}", 422, "\"empty\""),
                Case.of("nulls", ada, "PUT " + OWN, "{\"text\": null, \"emoji\": null}", 422, "\"empty\""),
                Case.of("two ends", ada, "PUT " + OWN, """
                        {"text": "x", "expiresAt": "2999-01-01T00:00:00Z", "expiresInSeconds": 5}""", 422, "conflicting"),
                Case.of("past", ada, "PUT " + OWN, """
                        {"text": "x", "expiresAt": "2020-01-01T00:00:00Z"}""", 422, "in_the_past"),
                Case.of("long ago", ada, "PUT " + OWN, """
                        {"text": "x", "expiresAt": "0001-01-01T00:00:00Z"}""", 422, "in_the_past"),
                Case.of("far", ada, "PUT " + OWN, """
                        {"text": "x", "expiresInSeconds": 9223372036854775807}""", 422, "out_of_range"),
                Case.of("never", ada, "PUT " + OWN, "{\"text\": \"x\", \"expiresInSeconds\": 0}", 422, "out_of_range"),
                Case.of("unknown", ada, "PUT " + OWN, "{\"userId\": \"7\"}", 400, "unknown_field"),
                Case.of("nobody", CommunityServer.NOBODY, "GET " + OWN, null, 401, "not_signed_in"));
        assertThat(server.get(ada, OWN).body().path("version").asLong()).isZero();
    }

    @Test
    void everyPresetCanBeSetAsItIs() {
        Answer presets = server.get(ada, "/status-presets").expect(200);
        assertThat(presets.body().path("items")).hasSizeGreaterThan(5);
        presets.body()
                .path("items")
                .forEach(preset -> assertThat(server.put(ada, OWN, preset.toString())
                                .expect(200)
                                .text("text"))
                        .isEqualTo(preset.path("text").asText()));
    }
}
