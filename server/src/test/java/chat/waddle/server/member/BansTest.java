package chat.waddle.server.member;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BansTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void bansAreListedSeenReplacedAndTakenBack() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person eve = server.person("eve");
            Person mia = server.person("mia");
            String bans = "/waddles/" + server.waddle(ann, "pond", true) + "/bans";
            Case.runAll(
                    server,
                    Case.of("none", ann, "GET " + bans + "/" + eve.id(), null, 404, "no_such_ban"),
                    Case.of("ban", ann, "PUT " + bans + "/" + eve.id(), "{\"reason\": \"spam\"}", 200, "spam"),
                    Case.of("another", ann, "PUT " + bans + "/" + mia.id(), "{}", 200, "\"reason\":null"),
                    Case.of("replace", ann, "PUT " + bans + "/" + eve.id(), "{\"reason\": \"worse\"}", 200, "worse"),
                    Case.of(
                            "past",
                            ann,
                            "PUT " + bans + "/" + eve.id(),
                            "{\"expiresAt\": \"2020-01-01T00:00:00Z\"}",
                            422,
                            "in_the_past"),
                    Case.of("see", ann, "GET " + bans + "/" + eve.id(), null, 200, "worse"));
            Answer page = server.get(ann, bans + "?limit=1").expect(200);
            assertThat(page.body().path("items")).hasSize(1);
            Answer rest = server.get(ann, bans + "?limit=1&cursor=" + page.text("next"));
            assertThat(rest.body().path("next").isNull()).isTrue();
            Case.runAll(
                    server,
                    Case.of("back", ann, "DELETE " + bans + "/" + eve.id(), null, 204, ""),
                    Case.of("twice", ann, "DELETE " + bans + "/" + eve.id(), null, 404, "no_such_ban"));
        }
    }

    @Test
    void aGlobalBanEndsEverySignInAtOnce() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person olga = server.operator("olga");
            Person eve = server.person("eve");
            Person bob = server.person("bob");
            String ban = "/admin/global-bans/" + eve.id();
            Case.runAll(
                    server,
                    Case.of("not an operator", bob, "PUT " + ban, "{\"reason\": \"x\"}", 403, "operators_only"),
                    Case.of("none", olga, "GET " + ban, null, 404, "no_such_ban"),
                    Case.of("why", olga, "PUT " + ban, "{\"reason\": \"\"}", 422, "reason"),
                    Case.of("before", eve, "GET /users/me", null, 200, ""),
                    Case.of("ban", olga, "PUT " + ban, "{\"reason\": \"fraud\"}", 200, "fraud"),
                    Case.of("after", eve, "GET /users/me", null, 401, "invalid_token"),
                    Case.of("see", olga, "GET " + ban, null, 200, "fraud"),
                    Case.of("nobody", olga, "PUT /admin/global-bans/1", "{\"reason\": \"x\"}", 404, "no_such_user"),
                    Case.of(
                            "operator",
                            olga,
                            "PUT /admin/global-bans/" + olga.id(),
                            "{\"reason\": \"x\"}",
                            409,
                            "is_op"),
                    Case.of("lift", olga, "DELETE " + ban, null, 204, ""),
                    Case.of("twice", olga, "DELETE " + ban, null, 404, "no_such_ban"));
        }
    }
}
