package chat.waddle.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReactionsOverHttpTest {
    private CommunityServer server;
    private Person owner;
    private Person member;
    private Person stranger;
    private String waddle;
    private String messages;
    private String message;

    @BeforeAll
    void aWaddleWithTwoMembers(@TempDir Path folder) {
        server = new CommunityServer(folder);
        owner = server.person("olga");
        member = server.person("mike");
        stranger = server.person("sven");
        waddle = server.waddle(owner, "reactions-test", false);
        server.join(owner, waddle, member);
        String channels = "/waddles/" + waddle + "/channels";
        messages = channels + "/"
                + server.post(owner, channels, "{\"name\": \"talk\"}").text("id") + "/messages";
    }

    @AfterAll
    void close() {
        server.close();
    }

    @BeforeEach
    void aFreshMessage() {
        message = messages + "/"
                + server.post(owner, messages, "{\"content\": \"hello\"}")
                        .expect(201)
                        .text("id");
    }

    private String own(String emoji) {
        return ofAll(emoji) + "/me";
    }

    private String ofAll(String emoji) {
        return message + "/reactions/"
                + URLEncoder.encode(emoji, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private JsonNode newest() {
        return server.get(owner, messages + "?limit=1")
                .expect(200)
                .body()
                .path("items")
                .path(0);
    }

    @Test
    void aReactionStandsInThePageAndInTheMessageAndGoesAgain() {
        assertThat(newest().has("reactions")).isFalse();
        server.put(owner, own("👍"), null).expect(204);
        server.put(member, own("👍"), null).expect(204);
        server.put(member, own("👍"), null).expect(204);
        server.put(member, own(":a\"b:"), null).expect(204);

        String counts = "[{\"emoji\":\"👍\",\"count\":2},{\"emoji\":\":a\\\"b:\",\"count\":1}]";
        assertThat(newest().path("reactions")).hasToString(counts);
        assertThat(server.get(owner, message).expect(200).body()).isEqualTo(newest());

        server.delete(member, own("👍")).expect(204);
        server.delete(member, own(":a\"b:")).expect(204);
        assertThat(newest().path("reactions")).hasToString("[{\"emoji\":\"👍\",\"count\":1}]");
        server.delete(owner, own("👍")).expect(204);
        server.delete(owner, own("👍")).expect(204);
        assertThat(newest().has("reactions")).isFalse();
    }

    @Test
    void moderatorsTakeOffReactionsOfOthers() {
        for (String emoji : List.of("👍", "🐧")) {
            server.put(owner, own(emoji), null).expect(204);
            server.put(member, own(emoji), null).expect(204);
        }
        String thumb = ofAll("👍");
        server.delete(member, thumb).expect(403, "missing_permission");
        server.delete(member, thumb + "/" + owner.id()).expect(403, "missing_permission");
        server.delete(owner, thumb + "/" + member.id()).expect(204);
        assertThat(newest().path("reactions").path(0).path("count").asInt()).isEqualTo(1);
        server.delete(owner, thumb + "/" + stranger.id()).expect(404, "no_such_member");
        server.delete(owner, thumb + "/x").expect(400, "malformed_id");
        server.delete(owner, ofAll("🐧")).expect(204);
        assertThat(newest().path("reactions")).hasToString("[{\"emoji\":\"👍\",\"count\":1}]");
        server.delete(owner, own("👍")).expect(204);
        assertThat(newest().has("reactions")).isFalse();
    }

    @Test
    void whoReactedComesPageByPageByEmojiOrByMember() {
        server.put(owner, own("🐧"), null).expect(204);
        server.put(member, own("🐧"), null).expect(204);
        server.put(member, own("👍"), null).expect(204);

        Answer first = server.get(owner, message + "/reactions?limit=2").expect(200);
        assertThat(first.body().path("items")).hasSize(2);
        assertThat(first.body().path("items").path(1).path("userId").asText()).isEqualTo(member.id());
        Answer second = server.get(owner, message + "/reactions?limit=2&cursor=" + first.text("next"))
                .expect(200);
        assertThat(second.body().path("items")).hasSize(1);
        assertThat(second.body().path("items").path(0).path("emoji").asText()).isEqualTo("👍");
        assertThat(second.body().path("next").isNull()).isTrue();

        String penguin = "?emoji=" + URLEncoder.encode("🐧", StandardCharsets.UTF_8);
        assertThat(server.get(owner, message + "/reactions" + penguin)
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(2);
        assertThat(server.get(owner, message + "/reactions?user=me")
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(server.get(owner, message + "/reactions" + penguin + "&user=" + member.id())
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void searchFindsWhatHasReactions() {
        server.put(owner, own("👍"), null).expect(204);

        String id = message.substring(message.lastIndexOf('/') + 1);
        Answer found = server.get(owner, "/waddles/" + waddle + "/search?q=hello%20has:reaction")
                .expect(200);
        assertThat(found.text()).contains("\"id\":\"" + id + "\"").contains("\"reactions\":[");
    }

    @Test
    void whatCannotBeIsRefusedWithAReason() {
        server.put(owner, own("x".repeat(65)), null).expect(422, "invalid");
        server.put(owner, own(" "), null).expect(422, "invalid");
        server.get(owner, message + "/reactions?emoji=").expect(422, "invalid");
        server.get(owner, message + "/reactions?user=you").expect(400, "malformed_id");
        server.get(owner, message + "/reactions?cursor=AAAA").expect(400, "malformed_cursor");
        server.put(stranger, own("👍"), null).expect(404, "no_such_waddle");
        server.put(owner, messages + "/1/reactions/x/me", null).expect(404, "no_such_message");
        server.get(owner, messages + "/1/reactions").expect(404, "no_such_message");
        server.delete(owner, message).expect(204);
        server.get(owner, message + "/reactions").expect(404, "no_such_message");
        server.put(owner, own("👍"), null).expect(404, "no_such_message");
    }

    @Test
    void theTwentyFirstEmojiIsRefused() {
        for (int i = 0; i < 20; i++) {
            server.put(owner, own("e" + i), null).expect(204);
        }
        server.put(member, own("one-more"), null).expect(409, "too_many_reactions");
        server.put(member, own("e3"), null).expect(204);
    }
}
