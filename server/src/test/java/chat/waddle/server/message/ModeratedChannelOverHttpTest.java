package chat.waddle.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Pins, slow mode and deleting many messages, as clients see them.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModeratedChannelOverHttpTest {
    private CommunityServer server;
    private Person owner;
    private Person member;
    private String waddle;
    private String channel;
    private String messages;
    private int channels;

    @BeforeAll
    void aWaddleWithTwoMembers(@TempDir Path folder) {
        server = new CommunityServer(folder);
        owner = server.person("olga");
        member = server.person("mike");
        waddle = server.waddle(owner, "moderated", false);
        server.join(owner, waddle, member);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @BeforeEach
    void aFreshChannel() {
        String all = "/waddles/" + waddle + "/channels";
        String id = server.post(owner, all, "{\"name\": \"talk" + channels++ + "\"}")
                .expect(201)
                .text("id");
        channel = all + "/" + id;
        messages = channel + "/messages";
    }

    private String posted(Person who, String text) {
        return server.post(who, messages, "{\"content\": \"" + text + "\"}")
                .expect(201)
                .text("id");
    }

    private List<String> shown() {
        return server.get(member, messages)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asText())
                .toList();
    }

    @Test
    void pinsAreListedNewestFirstAndGoWithTheirMessages() {
        String first = posted(member, "first");
        String second = posted(member, "second");
        server.put(member, messages + "/" + first + "/pin", null).expect(403, "missing_permission");
        server.put(owner, messages + "/" + second + "/pin", null).expect(204);
        server.put(owner, messages + "/" + first + "/pin", null).expect(204);
        server.put(owner, messages + "/" + first + "/pin", null).expect(204);

        JsonNode pins = server.get(member, channel + "/pins").expect(200).body();
        assertThat(pins.path("items")).hasSize(2);
        assertThat(pins.path("items").findValuesAsText("pinnedBy")).containsOnly(owner.id());
        assertThat(pins.path("items").path(0).path("message"))
                .isEqualTo(server.get(
                                member,
                                messages + "/" + pins.at("/items/0/message/id").asText())
                        .body());
        assertThat(pins.at("/items/0/message/pinned").asBoolean()).isTrue();

        server.delete(owner, messages + "/" + first).expect(204);
        assertThat(server.get(member, channel + "/pins")
                        .body()
                        .at("/items/0/message/id")
                        .asText())
                .isEqualTo(second);
        server.delete(owner, messages + "/" + second + "/pin").expect(204);
        server.delete(owner, messages + "/" + second + "/pin").expect(204);
        assertThat(server.get(member, channel + "/pins").body().path("items")).isEmpty();
        server.put(owner, messages + "/1/pin", null).expect(404, "no_such_message");
    }

    @Test
    void slowModeSaysWhenToComeBack() {
        server.patch(owner, channel, "{\"slowModeSeconds\": 21600}").expect(200);
        posted(member, "first");

        Answer refused =
                server.post(member, messages, "{\"content\": \"second\"}").expect(429, "slow_mode");
        long wait = Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow());
        assertThat(wait).isBetween(21_500L, 21_600L);
        assertThat(refused.body().path("retryAfterSeconds").asLong()).isEqualTo(wait);
        posted(owner, "the owner need not wait");
        posted(owner, "at all");
    }

    @Test
    void aDryRunTellsWhatBulkDeleteWouldDo() {
        String first = posted(member, "first");
        String second = posted(owner, "second");
        String ids = "\"ids\": [\"" + second + "\", \"1\", \"" + first + "\", \"" + first + "\"]";
        String path = messages + "/bulk-delete";

        Answer dry = server.post(owner, path, "{" + ids + ", \"dryRun\": true}").expect(200);
        assertThat(dry.body().path("deleted").valueStream().map(JsonNode::asText))
                .containsExactly(second, first);
        assertThat(dry.body().path("missing").valueStream().map(JsonNode::asText))
                .containsExactly("1");
        assertThat(shown()).containsExactly(first, second);

        Answer wet = server.post(owner, path, "{" + ids + "}").expect(200);
        assertThat(wet.body().path("deleted")).isEqualTo(dry.body().path("deleted"));
        assertThat(wet.body().path("missing")).isEqualTo(dry.body().path("missing"));
        assertThat(shown()).isEmpty();
        server.post(owner, messages + "/" + first + "/restore", null).expect(200);
        assertThat(shown()).containsExactly(first);
    }

    @Test
    void messagesAreMovedIntoAThreadAndOutAgain() {
        String first = posted(member, "first");
        String second = posted(owner, "second");
        String thread = server.post(owner, channel + "/threads", "{\"title\": \"aside\"}")
                .expect(201)
                .text("id");
        String in = "{\"ids\": [\"" + second + "\", \"1\", \"" + first + "\"], \"threadId\": \"" + thread + "\"";
        String path = messages + "/move";
        Answer dry = server.post(owner, path, in + ", \"dryRun\": true}").expect(200);
        assertThat(dry.body().path("moved").valueStream().map(JsonNode::asText)).containsExactly(second, first);
        assertThat(threadOf(first)).isEqualTo("null");
        Answer wet = server.post(owner, path, in + "}").expect(200);
        assertThat(wet.body().path("moved")).isEqualTo(dry.body().path("moved"));
        assertThat(wet.body().path("unmoved").valueStream().map(JsonNode::asText))
                .containsExactly("1");
        assertThat(threadOf(first)).isEqualTo(thread);
        assertThat(server.get(member, messages)
                        .body()
                        .path("items")
                        .path(0)
                        .path("threadId")
                        .asText())
                .isEqualTo(thread);
        server.post(owner, path, "{\"ids\": [\"" + first + "\"], \"threadId\": null}")
                .expect(200);
        assertThat(threadOf(first)).isEqualTo("null");
        assertThat(server.post(owner, path, "{\"ids\": [\"" + first + "\"]}")
                        .expect(422)
                        .fieldErrors())
                .containsExactly("threadId:required");
        server.post(owner, path, "{\"ids\": [\"" + first + "\"], \"threadId\": \"7\"}")
                .expect(404, "no_such_thread");
        server.post(member, path, in + "}").expect(403, "missing_permission");
    }

    private String threadOf(String message) {
        return server.get(member, messages + "/" + message)
                .expect(200)
                .body()
                .path("threadId")
                .asText();
    }

    @Test
    void bulkDeleteHasItsLimitsAndIsForModerators() {
        String path = messages + "/bulk-delete";
        server.post(owner, path, "{\"ids\": []}").expect(422, "invalid");
        String many = "\"1\",".repeat(100) + "\"1\"";
        server.post(owner, path, "{\"ids\": [" + many + "]}").expect(422, "invalid");
        server.post(owner, path, "{\"ids\": [\"x\"]}").expect(422, "invalid");
        server.post(owner, path, "{\"ids\": [null]}").expect(422, "invalid");
        server.post(owner, path, "{}").expect(422, "invalid");
        String own = posted(member, "own");
        server.post(member, path, "{\"ids\": [\"" + own + "\"], \"dryRun\": true}")
                .expect(403, "missing_permission");
    }
}
