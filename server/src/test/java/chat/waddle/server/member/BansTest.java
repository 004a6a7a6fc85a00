package chat.waddle.server.member;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.message.ImportMessages;
import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import chat.waddle.sqlite.command.Request;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
    void aBanEndsAtItsTime() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person eve = server.person("eve");
            Person olga = server.operator("olga");
            String ban = "/waddles/" + server.waddle(ann, "pond", true) + "/bans/" + eve.id();
            String both = "{\"reason\": \"x\", \"expiresInSeconds\": 60, \"expiresAt\": \"2099-01-01T00:00:00Z\"}";
            String never = "{\"reason\": \"x\", \"expiresInSeconds\": 0}";
            String global = "/admin/global-bans/" + eve.id();
            Case.runAll(
                    server,
                    Case.of("both", ann, "PUT " + ban, both, 422, "conflicting_fields"),
                    Case.of("no time", ann, "PUT " + ban, never, 422, "out_of_range"),
                    Case.of("both ends", olga, "PUT " + global, both, 422, "conflicting_fields"),
                    Case.of("no time at all", olga, "PUT " + global, never, 422, "out_of_range"));
            Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            String hour = "{\"reason\": \"x\", \"expiresInSeconds\": 3600}";
            for (Answer answer : List.of(
                    server.put(ann, ban, hour).expect(200),
                    server.put(olga, global, hour).expect(200))) {
                assertThat(Instant.parse(answer.text("expiresAt")))
                        .isBetween(before.plusSeconds(3600), Instant.now().plusSeconds(3600));
            }
        }
    }

    @Test
    void aBanTakesBackWhatWasWrittenLatelyAndEachMessageCanBeRestored() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person eve = server.person("eve");
            String id = server.waddle(ann, "pond", true);
            String path = "/waddles/" + id;
            String channel = server.post(ann, path + "/channels", "{\"name\": \"talk\"}")
                    .expect(201)
                    .text("id");
            server.join(ann, id, eve);
            long old = Instant.now().minus(2, ChronoUnit.HOURS).toEpochMilli();
            ImportMessages.Item item =
                    new ImportMessages.Item(new UserId(Long.parseLong(eve.id())), old, "of old", null, null);
            assertThat(server.shard(id)
                            .submit(
                                    new ImportMessages(
                                            new ChannelId(Long.parseLong(channel)), "log", 0, true, List.of(item)),
                                    new Request(1, 1))
                            .result())
                    .isInstanceOf(ImportMessages.Imported.class);
            for (int number = 0; number < 230; number++) {
                post(server, eve, path, "spam " + number);
            }
            post(server, ann, path, "fine");
            String ban = path + "/bans/" + eve.id();
            String hour = "{\"reason\": \"spam\", \"deleteMessageSeconds\": 3600";
            Answer trial = server.put(ann, ban, hour + ", \"dryRun\": true}").expect(200);
            assertThat(trial.body().path("deletedMessages").asInt()).isEqualTo(230);
            server.get(ann, ban).expect(404, "no_such_ban");
            server.put(ann, ban, "{\"deleteMessageSeconds\": 604801}").expect(422, "invalid");

            Answer banned = server.put(ann, ban, hour + "}").expect(200);
            assertThat(banned.body().path("deletedMessages").asInt()).isEqualTo(230);
            Answer history = server.get(ann, path + "/channels/talk/messages").expect(200);
            assertThat(history.body()
                            .path("items")
                            .valueStream()
                            .map(message -> message.path("content").asText()))
                    .containsExactly("of old", "fine");
            assertThat(server.put(ann, ban, hour + "}")
                            .body()
                            .path("deletedMessages")
                            .asInt())
                    .isZero();

            String spam = firstSpam;
            server.post(ann, path + "/channels/talk/messages/" + spam + "/restore", null)
                    .expect(200);
            assertThat(server.get(ann, path + "/channels/talk/messages/" + spam).text("content"))
                    .isEqualTo("spam 0");
        }
    }

    private String firstSpam = "";

    private void post(CommunityServer server, Person who, String path, String text) {
        Answer answer = server.post(who, path + "/channels/talk/messages", "{\"content\": \"" + text + "\"}")
                .expect(201);
        if (firstSpam.isEmpty()) {
            firstSpam = answer.text("id");
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
