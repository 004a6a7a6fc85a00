package chat.waddle.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MessagesOverHttpTest {
    private CommunityServer server;
    private Person owner;
    private Person member;
    private Person stranger;
    private String waddle;
    private String messages;
    private int channels;

    @BeforeAll
    void aWaddleWithTwoMembers(@TempDir Path folder) {
        server = new CommunityServer(folder);
        owner = server.person("olga");
        member = server.person("mike");
        stranger = server.person("sven");
        waddle = server.waddle(owner, "messages-test", false);
        server.join(owner, waddle, member);
    }

    @AfterAll
    void close() {
        server.close();
    }

    @BeforeEach
    void aFreshChannel() {
        messages = channel("talk" + channels++, "{}") + "/messages";
    }

    /// The path of a new channel.
    private String channel(String name, String more) {
        String rest = more.substring(1);
        String json = "{\"name\": \"" + name + "\", \"type\": \"text\"" + (rest.equals("}") ? "" : ", ") + rest;
        Answer made =
                server.post(owner, "/waddles/" + waddle + "/channels", json).expect(201);
        return "/waddles/" + waddle + "/channels/" + made.body().path("id").asText();
    }

    private Answer post(Person who, String text) {
        return server.post(who, messages, "{\"content\": \"" + text + "\"}");
    }

    private static List<String> contents(Answer page) {
        return page.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("content").asText())
                .toList();
    }

    @Test
    void whatIsPostedComesBackToEverybodyInTheWaddleAndToNobodyElse() {
        Answer posted = post(member, "Hello \\\"penguins\\\" \\u2603 <b>").expect(201);

        JsonNode seen =
                server.get(owner, messages).expect(200).body().path("items").path(0);
        assertThat(seen).isEqualTo(posted.body());
        assertThat(seen.path("content").asText()).isEqualTo("Hello \"penguins\" ☃ <b>");
        assertThat(seen.path("authorId").asText()).isEqualTo(member.id());
        server.get(stranger, messages).expect(404, "no_such_waddle");
        server.get(CommunityServer.NOBODY, messages).expect(401);
    }

    @Test
    void pagesBackForthAndAroundFitTogether() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            ids.add(post(member, "m" + i).expect(201).body().path("id").asText());
        }

        Answer newest = server.get(owner, messages + "?limit=10").expect(200);
        assertThat(contents(newest)).first().isEqualTo("m15");
        String before = newest.body().path("before").asText();
        Answer older =
                server.get(owner, messages + "?limit=10&before=" + before).expect(200);
        assertThat(contents(older)).hasSize(10).last().isEqualTo("m14");
        Answer oldest = server.get(owner, messages + "?limit=10&before=" + older.text("before"))
                .expect(200);
        assertThat(contents(oldest)).containsExactly("m0", "m1", "m2", "m3", "m4");
        assertThat(oldest.body().path("before").isNull()).isTrue();
        Answer newer =
                server.get(owner, messages + "?limit=10&after=" + ids.get(19)).expect(200);
        assertThat(contents(newer)).containsExactly("m20", "m21", "m22", "m23", "m24");
        assertThat(newer.body().path("after").isNull()).isTrue();
        Answer around =
                server.get(owner, messages + "?limit=4&around=" + ids.get(10)).expect(200);
        assertThat(contents(around)).containsExactly("m8", "m9", "m10", "m11");
    }

    @Test
    void badPagingIsRefusedAndNamesWhatIsWrong() {
        server.get(owner, messages + "?limit=0").expect(400, "malformed_parameter");
        server.get(owner, messages + "?limit=101").expect(400, "malformed_parameter");
        server.get(owner, messages + "?limit=NaN").expect(400, "malformed_parameter");
        server.get(owner, messages + "?before=x").expect(400, "malformed_id");
        server.get(owner, messages + "?before=99999999999999999999").expect(400, "malformed_id");
        server.get(owner, messages + "?before=1&after=2").expect(400, "conflicting_parameters");
        server.get(owner, messages + "?before=-9223372036854775808").expect(200);
        server.get(owner, messages + "?after=9223372036854775807").expect(200);
    }

    @Test
    void aRetriedPostAnswersWithTheFirstResultToItsAuthorOnly() {
        String json = "{\"content\": \"once\", \"clientMessageId\": \"6f1c\"}";

        Answer first = server.post(member, messages, json).expect(201);
        Answer second = server.post(member, messages, json).expect(200);
        Answer others = server.post(owner, messages, json).expect(201);

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(others.body().path("id")).isNotEqualTo(first.body().path("id"));
        assertThat(contents(server.get(owner, messages))).containsExactly("once", "once");
    }

    @Test
    void onlyTheAuthorEditsAndWhatItSaidBeforeIsKept() {
        String id = post(member, "teh first").expect(201).body().path("id").asText();

        server.patch(owner, messages + "/" + id, "{\"content\": \"mine now\"}").expect(403, "not_allowed");
        Answer edited = server.patch(member, messages + "/" + id, "{\"content\": \"the first\"}")
                .expect(200);

        assertThat(edited.body().path("editCount").asInt()).isEqualTo(1);
        assertThat(server.get(owner, messages + "/" + id).expect(200).body()).isEqualTo(edited.body());
        assertThat(contents(server.get(owner, messages))).containsExactly("the first");
        Answer history = server.get(owner, messages + "/" + id + "/history").expect(200);
        assertThat(contents(history)).containsExactly("teh first");
    }

    @Test
    void whatAnotherMembersMessageSaidBeforeIsForModerators() {
        String id = post(owner, "draft").expect(201).body().path("id").asText();
        server.patch(owner, messages + "/" + id, "{\"content\": \"final\"}").expect(200);

        server.get(member, messages + "/" + id + "/history").expect(403, "not_allowed");
    }

    @Test
    void aDeletedMessageIsGoneForEverybodyAndCanBeRestored() {
        String id = post(member, "oops").expect(201).body().path("id").asText();

        server.delete(member, messages + "/" + id).expect(204);

        server.get(member, messages + "/" + id).expect(404, "no_such_message");
        server.delete(member, messages + "/" + id).expect(404, "no_such_message");
        assertThat(contents(server.get(owner, messages))).isEmpty();
        server.post(member, messages + "/" + id + "/restore", null).expect(200);
        assertThat(contents(server.get(owner, messages))).containsExactly("oops");
    }

    @Test
    void aModeratorsDeletionCannotBeUndoneByTheAuthor() {
        String id = post(member, "spam").expect(201).body().path("id").asText();

        server.delete(owner, messages + "/" + id).expect(204);

        server.post(member, messages + "/" + id + "/restore", null).expect(403, "not_allowed");
        server.post(owner, messages + "/" + id + "/restore", null).expect(200);
    }

    @Test
    void anErasedMessageIsGoneForGood() {
        String id = post(member, "never said").expect(201).body().path("id").asText();

        server.delete(member, messages + "/" + id + "?erase=true").expect(204);

        server.post(member, messages + "/" + id + "/restore", null).expect(404, "no_such_message");
        server.delete(member, messages + "/" + id + "?erase=maybe").expect(400, "malformed_parameter");
    }

    @Test
    void whatCannotBeAMessageIsRefusedWithTheField() {
        record Bad(String json, int status, String field) {}
        String long4001 = "x".repeat(4001);
        for (Bad bad : List.of(
                new Bad("{\"content\": \"\"}", 422, "content:too_short"),
                new Bad("{\"content\": \"  \\n \"}", 422, "content:too_short"),
                new Bad("{\"content\": \"" + long4001 + "\"}", 422, "content:too_long"),
                new Bad("{\"content\": \"a\\u0000b\"}", 422, "content:unusable_characters"),
                new Bad("{\"content\": \"a\\ud83d\"}", 422, "content:unusable_characters"),
                new Bad("{\"content\": \"a\", \"contentType\": \"system\"}", 422, "contentType:not_allowed"),
                new Bad("{\"content\": \"a\", \"contentType\": \"video\"}", 422, "contentType:not_allowed"),
                new Bad("{\"content\": \"a\", \"metadata\": [1]}", 422, "metadata:wrong_type"),
                new Bad("{\"content\": \"a\", \"replyToId\": \"1\"}", 422, "replyToId:unknown"),
                new Bad("{\"content\": \"a\", \"attachmentIds\": [\"1\"]}", 422, "attachmentIds:unknown"),
                new Bad("{\"content\": \"a\", \"clientMessageId\": \"\"}", 422, "clientMessageId:too_short"))) {
            Answer answer = server.post(member, messages, bad.json()).expect(bad.status());
            assertThat(answer.fieldErrors()).as(bad.json()).contains(bad.field());
        }
        server.post(member, messages, "{\"content\": \"a\", \"authorId\": \"1\"}")
                .expect(400);
        server.post(member, messages, "{}").expect(422);
        assertThat(contents(server.get(owner, messages))).isEmpty();
    }

    @Test
    void metadataIsLimitedByItsBytes() {
        String most = "x".repeat(4_096 - "{'m':''}".length());
        String json = "{\"content\": \"a\", \"metadata\": {\"m\": \"%s\"}}";

        server.post(member, messages, json.formatted(most)).expect(201);
        Answer refused =
                server.post(member, messages, json.formatted("ä".repeat(2_500))).expect(422);

        assertThat(refused.fieldErrors()).contains("metadata:too_long");
    }

    @Test
    void repliesAndMetadataComeBackAsTheyWere() {
        String first = post(owner, "question").expect(201).body().path("id").asText();
        String json =
                "{\"content\": \"answer\", \"replyToId\": \"" + first + "\", \"metadata\": {\"mood\": [1, null]}}";

        server.post(member, messages, json).expect(201);

        JsonNode reply = server.get(owner, messages).body().path("items").path(1);
        assertThat(reply.path("replyToId").asText()).isEqualTo(first);
        assertThat(reply.path("metadata").toString()).isEqualTo("{\"mood\":[1,null]}");
    }

    @Test
    void slowModeSaysHowLongToWaitAndSparesModerators() {
        messages = channel("slow" + channels++, "{\"slowModeSeconds\": 60}") + "/messages";

        post(member, "first").expect(201);
        Answer second = post(member, "second").expect(429, "slow_mode");

        assertThat(second.body().path("retryAfterSeconds").asInt()).isBetween(1, 60);
        post(owner, "one").expect(201);
        post(owner, "two").expect(201);
    }

    @Test
    void anArchivedChannelIsReadOnlyAndAnAnnouncementChannelIsForThoseWhoMay() {
        post(member, "before").expect(201);
        String channel = messages.substring(0, messages.length() - "/messages".length());
        server.patch(owner, channel, "{\"isArchived\": true}").expect(200);

        post(member, "after").expect(409, "channel_archived");
        assertThat(contents(server.get(member, messages).expect(200))).containsExactly("before");
    }

    @Test
    void aChannelIsFoundByItsNameToo() {
        post(member, "by id").expect(201);
        String byName = "/waddles/messages-test/channels/TALK" + (channels - 1) + "/messages";

        assertThat(contents(server.get(owner, byName).expect(200))).containsExactly("by id");
    }

    @Test
    void messagesOfOneChannelAreNotReachedThroughAnother() {
        String id = post(member, "here").expect(201).body().path("id").asText();
        String elsewhere = channel("other" + channels++, "{}") + "/messages/" + id;

        server.get(owner, elsewhere).expect(404, "no_such_message");
        server.patch(member, elsewhere, "{\"content\": \"x\"}").expect(404, "no_such_message");
        server.delete(owner, elsewhere).expect(404, "no_such_message");
    }

    @Test
    void aHundredWritersAtOnceLoseAndDoubleNothing() throws InterruptedException {
        List<Thread> writers = new ArrayList<>();
        List<String> posted = Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 100; i++) {
            int number = i;
            writers.add(Thread.startVirtualThread(() -> {
                post(number % 2 == 0 ? owner : member, "w" + number).expect(201);
                posted.add("w" + number);
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(posted).hasSize(100);
        assertThat(contents(server.get(owner, messages + "?limit=100"))).containsExactlyInAnyOrderElementsOf(posted);
    }
}
