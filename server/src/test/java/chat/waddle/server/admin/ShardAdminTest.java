package chat.waddle.server.admin;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.WaddleId;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Shards and migrations as operators meet them.
@Timeout(60)
class ShardAdminTest {
    private static final String REASON = "{\"reason\": \"looks odd\"}";

    private final CommunityServer server;
    private final Person operator;
    private final Person owner;

    ShardAdminTest(@TempDir Path folder) {
        server = new CommunityServer(folder);
        operator = server.operator("operator");
        owner = server.person("owner");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void allShardsComePageByPageInOrderOfTheirIds() {
        for (int i = 0; i < 5; i++) {
            server.waddle(owner, "waddle" + i, true);
        }
        List<String> ids = new ArrayList<>();
        String path = "/admin/shards?limit=2";
        JsonNode next;
        do {
            Answer page = server.get(operator, path).expect(200);
            page.body().path("items").forEach(shard -> ids.add(shard.path("id").asText()));
            next = page.body().path("next");
            path = "/admin/shards?limit=2&cursor=" + next.asText();
        } while (!next.isNull());
        assertThat(ids).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void theTableNamesTheLargestFirst() {
        server.waddle(owner, "small", true);
        server.waddle(owner, "large", true);
        server.application().monitoring().monitor().tick();
        Answer top = server.get(operator, "/admin/shards?sort=used&limit=1").expect(200);
        assertThat(top.body().path("items")).hasSize(1);
        assertThat(top.body().path("items").get(0).path("usedBytes").asLong()).isPositive();
        assertThat(top.body().path("next").isNull()).isTrue();
    }

    @Test
    void oneShardTellsItsSizesSchemaAndGrowth() {
        String waddle = server.waddle(owner, "home", true);
        server.application().monitoring().monitor().tick();
        Answer shown = server.get(operator, "/admin/shards/" + shardOf(waddle)).expect(200);
        JsonNode shard = shown.body().path("shard");
        assertThat(shard.path("waddleName").asText()).isEqualTo("home");
        assertThat(shard.path("fileBytes").asLong()).isPositive();
        assertThat(shard.path("limitBytes").asLong()).isEqualTo(1_000_000_000L);
        assertThat(shard.path("step").asText()).isEqualTo("fine");
        assertThat(shown.body().path("growth")).hasSize(1);
        Awaitility.await()
                .untilAsserted(() -> assertThat(server.get(operator, "/admin/shards/" + shardOf(waddle))
                                .body()
                                .path("shard")
                                .path("migration")
                                .asText())
                        .isEqualTo("done"));
    }

    @Test
    void aCheckOfASoundShardFindsNothing() {
        String waddle = server.waddle(owner, "home", true);
        Answer checked = server.post(operator, "/admin/shards/" + shardOf(waddle) + "/check", null)
                .expect(200);
        assertThat(checked.text()).isEqualTo("{\"sound\":true,\"serves\":true,\"findings\":[]}");
        server.post(operator, "/admin/shards/" + shardOf(waddle) + "/optimize", null)
                .expect(200);
    }

    @Test
    void aSchemaChangedByHandIsToldAndServesOn() {
        String waddle = server.waddle(owner, "home", true);
        String check = "/admin/shards/" + shardOf(waddle) + "/check";
        server.post(operator, "/admin/shards/" + shardOf(waddle) + "/optimize", null)
                .expect(200);
        boolean _ = server.shard(waddle).engine().run(session -> {
            session.execute("CREATE INDEX by_hand ON members (joined_at_ms)");
            return true;
        });
        assertThat(server.post(operator, check, null).expect(200).text())
                .isEqualTo("{\"sound\":false,\"serves\":true,\"findings\":[\"index by_hand was added\"]}");
        server.get(owner, "/waddles/" + waddle + "/channels").expect(200);
        boolean _ = server.shard(waddle).engine().run(session -> {
            session.execute("DROP INDEX by_hand");
            return true;
        });
        assertThat(server.post(operator, check, null).expect(200).text())
                .isEqualTo("{\"sound\":true,\"serves\":true,\"findings\":[]}");
    }

    @Test
    void aWrongCountIsFoundAndTakesTheShardOutOfService() {
        String waddle = server.waddle(owner, "home", true);
        boolean _ = server.shard(waddle).engine().run(session -> {
            session.execute("DELETE FROM journal WHERE seq = 1");
            session.execute("UPDATE commits SET item_count = 7");
            return true;
        });
        Answer checked = server.post(operator, "/admin/shards/" + shardOf(waddle) + "/check", null)
                .expect(200);
        assertThat(checked.body().path("sound").asBoolean()).isFalse();
        assertThat(checked.text()).contains("-7 is the error of the number of messages");
        server.get(owner, "/waddles/" + waddle + "/channels").expect(503, "shard_quarantined");
    }

    @Test
    void aQuarantinedShardAnswers503UntilItIsReleasedAndOthersServe() {
        String waddle = server.waddle(owner, "home", true);
        String other = server.waddle(owner, "other", true);
        String shard = "/admin/shards/" + shardOf(waddle);
        server.post(operator, shard + "/release", REASON).expect(409, "not_quarantined");
        assertThat(server.post(operator, shard + "/quarantine", REASON)
                        .expect(200)
                        .text("reason"))
                .isEqualTo("looks odd");
        server.post(operator, shard + "/quarantine", REASON).expect(409, "already_quarantined");
        server.get(owner, "/waddles/" + waddle + "/channels").expect(503, "shard_quarantined");
        server.get(server.person("stranger"), "/waddles/" + waddle + "/channels")
                .expect(404, "no_such_waddle");
        server.get(owner, "/waddles/" + other + "/channels").expect(200);
        assertThat(idsOf("/admin/shards?state=quarantined")).containsExactly(shardOf(waddle));
        assertThat(idsOf("/admin/shards?state=active")).containsExactly(shardOf(other));
        server.post(operator, shard + "/release", REASON).expect(200);
        server.get(owner, "/waddles/" + waddle + "/channels").expect(200);
        assertThat(idsOf("/admin/shards?state=quarantined")).isEmpty();
    }

    @Test
    void unknownShardsAndOddQuestionsAreRefused() {
        server.get(operator, "/admin/shards/abcdefgh01").expect(404, "no_such_shard");
        server.get(operator, "/admin/shards/..%2f..%2fx").expect(404, "no_such_shard");
        server.get(operator, "/admin/shards?state=odd").expect(400);
        server.get(operator, "/admin/shards?sort=name").expect(400);
        String shard = shardOf(server.waddle(owner, "home", true));
        server.post(operator, "/admin/shards/" + shard + "/quarantine", "{\"reason\": \" \"}")
                .expect(422);
        server.get(owner, "/admin/shards").expect(403);
    }

    @Test
    void migrationsAreShownAndRunInTheBackground() {
        String waddle = server.waddle(owner, "home", true);
        server.application().stores().shards().putAway(new WaddleId(Long.parseLong(waddle)));
        server.post(operator, "/admin/migrations/run", null).expect(202);
        Awaitility.await().untilAsserted(() -> {
            Answer shown = server.get(operator, "/admin/migrations").expect(200);
            assertThat(shown.body().path("running").asBoolean()).isFalse();
            assertThat(shown.body().path("lastRun").path("ending").asText()).isEqualTo("completed");
            assertThat(shown.body().path("pending").asLong()).isZero();
            assertThat(shown.body().path("total").asLong()).isEqualTo(1);
        });
    }

    private List<String> idsOf(String path) {
        return server.get(operator, path)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(shard -> shard.path("id").asText())
                .toList();
    }

    private String shardOf(String waddle) {
        return server.application()
                .stores()
                .directory()
                .shards()
                .ofWaddle(new WaddleId(Long.parseLong(waddle)))
                .getFirst()
                .shard()
                .value();
    }
}
