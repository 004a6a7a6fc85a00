package chat.waddle.server.search;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.message.ImportMessages;
import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.shard.Shard;
import chat.waddle.sqlite.command.Request;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One search over all waddles of a person finds what asking each of them finds, in one order.
class OwnSearchOverHttpTest {
    private static final String ALL = "/users/me/search";
    private static final long SEED = 20_261_120;

    @TempDir
    private Path folder = Path.of("");

    private CommunityServer server;
    private Person ann;
    private Person bob;

    @BeforeEach
    void start() {
        server = new CommunityServer(folder);
        ann = server.person("ann");
        bob = server.person("bob");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String waddle(String name) {
        String id = server.waddle(ann, name, false);
        server.join(ann, id, bob);
        channel(id, "talk", false);
        return id;
    }

    private void channel(String waddle, String name, boolean isPrivate) {
        String body = "{\"name\": \"" + name + "\", \"isPrivate\": " + isPrivate + "}";
        server.post(ann, "/waddles/" + waddle + "/channels", body).expect(201);
    }

    private String post(String waddle, String channel, String text) {
        String body = "{\"content\": \"" + text + "\"}";
        return server.post(ann, "/waddles/" + waddle + "/channels/" + channel + "/messages", body)
                .expect(201)
                .text("id");
    }

    /// Old messages of one moment have the same ids in every waddle.
    private void imported(String waddle, String text, int count) {
        Shard shard = server.shard(waddle);
        ChannelId talk = shard.channels()
                .visibleTo(shard.access(new UserId(Long.parseLong(ann.id()))).orElseThrow(), 0)
                .getFirst()
                .id();
        List<ImportMessages.Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            UserId author = new UserId(Long.parseLong(ann.id()));
            items.add(new ImportMessages.Item(author, 1_600_000_000_000L + i, text + " " + i, null, null));
        }
        ImportMessages command = new ImportMessages(talk, "log", 0, true, items);
        assertThat(shard.submit(command, Request.bySystem()).result()).isEqualTo(new ImportMessages.Imported(count, 0));
    }

    private static String query(String q) {
        return "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    /// Every hit of every page.
    private List<JsonNode> pages(Person who, String path) {
        List<JsonNode> hits = new ArrayList<>();
        String cursor = "";
        while (true) {
            JsonNode page = server.get(who, path + cursor).expect(200).body();
            assertThat(page.path("partial").asBoolean()).isFalse();
            page.path("items").forEach(hits::add);
            if (page.path("next").isNull()) {
                return hits;
            }
            cursor = "&cursor=" + page.path("next").asText();
        }
    }

    private List<JsonNode> eachAlone(Person who, List<String> waddles, String q) {
        List<JsonNode> hits = new ArrayList<>();
        for (String waddle : waddles) {
            for (JsonNode hit : pages(who, "/waddles/" + waddle + "/search" + query(q) + "&limit=100")) {
                hits.add(((ObjectNode) hit).put("waddleId", waddle));
            }
        }
        hits.sort(Comparator.comparingLong((JsonNode hit) -> hit.path("id").asLong())
                .thenComparingLong(hit -> hit.path("waddleId").asLong())
                .reversed());
        return hits;
    }

    @Test
    void itFindsWhatEachWaddleFindsInOneOrderWhateverThePages() {
        List<String> waddles = List.of(waddle("one"), waddle("two"), waddle("three"), waddle("four"));
        Random random = new Random(SEED);
        for (String each : waddles) {
            imported(each, "an old penguin", 7);
        }
        for (int i = 0; i < 60; i++) {
            post(waddles.get(random.nextInt(4)), "talk", (i % 3 == 0 ? "a penguin " : "a goose ") + i);
        }
        for (String q : List.of("penguin", "goose", "in:talk penguin", "from:me", "penguin -old", "nothing", "pen*")) {
            List<JsonNode> expected = eachAlone(bob, waddles, q);
            for (int limit : new int[] {1, 3, 7, 100}) {
                assertThat(pages(bob, ALL + query(q) + "&limit=" + limit))
                        .as("seed %d, %s by %d", SEED, q, limit)
                        .isEqualTo(expected);
            }
        }
        List<JsonNode> old = eachAlone(bob, waddles, "old");
        assertThat(old).hasSize(28);
        assertThat(old.stream().map(hit -> hit.path("id").asText()).distinct())
                .as("the same ids")
                .hasSize(7);
    }

    @Test
    void eachWaddleAnswersByItsOwnRules() {
        String open = waddle("open");
        String left = waddle("left");
        String closed = waddle("closed");
        String late = server.waddle(ann, "late", false);
        channel(open, "staff", true);
        channel(late, "talk", false);
        String seen = post(open, "talk", "duck");
        post(open, "staff", "duck");
        post(left, "talk", "duck");
        post(closed, "talk", "duck");
        post(late, "talk", "duck");
        String member = server.presetRole(ann, late, "member");
        String overwrite = "{\"allow\": \"0\", \"deny\": \"" + Permission.READ_EARLIER_HISTORY.mask() + "\"}";
        server.put(ann, "/waddles/" + late + "/channels/talk/overwrites/role/" + member, overwrite)
                .expect(200);
        server.join(ann, late, bob);
        server.post(bob, "/waddles/" + left + "/leave", null).expect(204);
        String role = server.presetRole(ann, closed, "member");
        long rights = Permission.VIEW_CHANNELS.mask() | Permission.READ_HISTORY.mask();
        server.patch(ann, "/waddles/" + closed + "/roles/" + role, "{\"permissions\": \"" + rights + "\"}")
                .expect(200);

        List<JsonNode> found = pages(bob, ALL + query("duck"));
        assertThat(found).extracting(hit -> hit.path("id").asText()).containsExactly(seen);
        assertThat(found.getFirst().path("waddleId").asText()).isEqualTo(open);
        assertThat(pages(ann, ALL + query("duck"))).hasSize(5);
        assertThat(pages(server.person("eve"), ALL + query("duck"))).isEmpty();
        Case.runAll(
                server,
                Case.of("nobody", CommunityServer.NOBODY, "GET " + ALL + "?q=x", null, 401, "not_signed_in"),
                Case.of("cursor", bob, "GET " + ALL + "?q=x&cursor=7", null, 400, "malformed_cursor"),
                Case.of("limit", bob, "GET " + ALL + "?q=x&limit=101", null, 400, "limit"),
                Case.of("long", bob, "GET " + ALL + "?q=" + "x".repeat(513), null, 422, "too_long"));
    }

    @Test
    void aWaddleThatCannotBeReadIsToldAsMissingAndTheOthersAnswer() {
        String broken = waddle("broken");
        String sound = waddle("sound");
        post(broken, "talk", "duck");
        String seen = post(sound, "talk", "duck");
        Person boss = server.operator("boss");
        String shard = server.application()
                .stores()
                .directory()
                .catalogue()
                .find(broken)
                .orElseThrow()
                .shard()
                .toString();
        server.post(boss, "/admin/shards/" + shard + "/quarantine", "{\"reason\": \"test\"}")
                .expect(200);

        JsonNode page = server.get(bob, ALL + query("duck")).expect(200).body();
        assertThat(page.path("partial").asBoolean()).isTrue();
        assertThat(page.path("missing")).extracting(JsonNode::asText).containsExactly(broken);
        assertThat(page.path("items"))
                .extracting(hit -> hit.path("id").asText())
                .containsExactly(seen);
    }

    @Test
    void twoHundredWaddlesAreOneSearch() {
        List<String> waddles = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Person owner = i % 2 == 0 ? ann : bob; // one account may own only so many
            String id = server.waddle(owner, "lake-" + i, false);
            server.post(owner, "/waddles/" + id + "/channels", "{\"name\": \"talk\"}")
                    .expect(201);
            if (owner.equals(bob)) {
                server.join(bob, id, ann);
            }
            imported(id, "heron", 3);
            waddles.add(id);
        }
        List<JsonNode> expected = eachAlone(ann, waddles, "heron");
        assertThat(expected).hasSize(600);
        assertThat(pages(ann, ALL + query("heron") + "&limit=100")).isEqualTo(expected);
    }
}
