package chat.waddle.server.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.directory.conversation.ConversationShard;
import chat.waddle.ids.ChannelId;
import chat.waddle.participant.ConversationIds;
import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardCare;
import chat.waddle.sqlite.StorageException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsOverHttpTest {
    private static final int ROUNDS = 200;

    @TempDir
    private Path folder = Path.of("");

    private CommunityServer server;
    private Person ann;
    private Person bob;
    private Person eve;
    private String pond;

    @BeforeEach
    void open() {
        server = new CommunityServer(folder);
        ann = server.person("ann");
        bob = server.person("bob");
        eve = server.person("eve");
        pond = server.waddle(ann, "pond", true);
        server.join(ann, pond, bob);
        server.join(ann, pond, eve);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private static String direct(Person other) {
        return "{\"type\": \"direct\", \"participantIds\": [\"" + other.id() + "\"]}";
    }

    private static String group(String title, Person... others) {
        List<String> ids = new ArrayList<>();
        for (Person other : others) {
            ids.add("\"" + other.id() + "\"");
        }
        return "{\"type\": \"group\", \"title\": \"" + title + "\", \"participantIds\": " + ids + "}";
    }

    private String opened(Person who, String body) {
        return server.post(who, "/conversations", body).expect(201).text("id");
    }

    private String posted(Person who, String conversation, String text) {
        return server.post(who, "/conversations/" + conversation + "/messages", "{\"content\": \"" + text + "\"}")
                .expect(201)
                .text("id");
    }

    private List<String> listed(Person who, String query) {
        return ids(server.get(who, "/conversations" + query).expect(200));
    }

    private static List<String> ids(Answer list) {
        return list.body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asText())
                .toList();
    }

    @Test
    void twoPeopleHaveOneConversation() {
        String id = opened(ann, direct(bob));

        assertThat(server.post(ann, "/conversations", direct(bob)).expect(200).text("id"))
                .isEqualTo(id);
        assertThat(server.post(bob, "/conversations", direct(ann)).expect(200).text("id"))
                .isEqualTo(id);
        assertThat(opened(ann, direct(eve))).isNotEqualTo(id);
        JsonNode seen = server.get(bob, "/conversations/" + id).expect(200).body();
        assertThat(seen.path("type").asText()).isEqualTo("direct");
        assertThat(seen.path("title").isNull()).isTrue();
        assertThat(seen.path("participantIds").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrder(ann.id(), bob.id());
    }

    @Test
    void twoWhoOpenItAtOnceGetTheSameOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            Person one = round % 2 == 0 ? ann : bob;
            Person other = server.person("other " + round);
            server.join(ann, pond, other);
            CompletableFuture<Answer> first =
                    CompletableFuture.supplyAsync(() -> server.post(one, "/conversations", direct(other)));
            Answer second = server.post(other, "/conversations", direct(one));
            Answer answer = first.join();
            assertThat(Set.of(answer.status(), second.status())).containsExactlyInAnyOrder(200, 201);
            assertThat(answer.text("id")).isEqualTo(second.text("id"));
        }
    }

    @Test
    void messagesAreAsInChannels() {
        String id = opened(ann, direct(bob));
        String path = "/conversations/" + id;
        String message = posted(ann, id, "hello bob");
        String reply = server.post(
                        bob,
                        path + "/messages",
                        "{\"content\": \"hello ann\", \"replyToId\": \"" + message
                                + "\", \"clientMessageId\": \"one\"}")
                .expect(201)
                .text("id");
        server.post(bob, path + "/messages", "{\"content\": \"hello ann\", \"clientMessageId\": \"one\"}")
                .expect(200);

        Answer page = server.get(ann, path + "/messages").expect(200);
        assertThat(ids(page)).containsExactly(message, reply);
        assertThat(page.body().path("items").get(0).path("channelId").asText()).isEqualTo(id);
        assertThat(ids(server.get(ann, path + "/messages?before=" + reply).expect(200)))
                .containsExactly(message);
        String first = path + "/messages/" + message;
        Case.runAll(
                server,
                Case.of("get", bob, "GET " + first, null, 200, "hello bob"),
                Case.of("edit", ann, "PATCH " + first, "{\"content\": \"changed\"}", 200, "changed"),
                Case.of("edit of another", bob, "PATCH " + first, "{\"content\": \"x\"}", 403, "not_allowed"),
                Case.of("versions", ann, "GET " + first + "/history", null, 200, "hello bob"),
                Case.of("react", bob, "PUT " + first + "/reactions/%F0%9F%91%8D/me", null, 204, ""),
                Case.of("reactions", ann, "GET " + first + "/reactions", null, 200, bob.id()),
                Case.of("pin", bob, "PUT " + first + "/pin", null, 204, ""),
                Case.of("pins", ann, "GET " + path + "/pins", null, 200, message),
                Case.of("unpin", ann, "DELETE " + first + "/pin", null, 204, ""),
                Case.of("take back", bob, "DELETE " + first + "/reactions/%F0%9F%91%8D/me", null, 204, ""),
                Case.of("delete of another", bob, "DELETE " + first, null, 403, "not_allowed"),
                Case.of("delete", ann, "DELETE " + first, null, 204, ""),
                Case.of("gone", bob, "GET " + first, null, 404, "no_such_message"),
                Case.of("restore", ann, "POST " + first + "/restore", null, 200, "changed"));
    }

    @Test
    void readMarkersAndCounts() {
        String id = opened(ann, group("friends", bob));
        posted(ann, id, "one");
        String two = posted(ann, id, "two <@" + bob.id() + ">");
        posted(ann, id, "three");

        JsonNode before = server.get(bob, "/conversations/" + id).expect(200).body();
        assertThat(before.path("unreadCount").asInt()).isEqualTo(3);
        assertThat(before.path("mentionCount").asInt()).isEqualTo(1);
        server.put(bob, "/conversations/" + id + "/read", "{\"messageId\": \"" + two + "\"}")
                .expect(200);
        JsonNode after = server.get(bob, "/conversations")
                .expect(200)
                .body()
                .path("items")
                .get(0);
        assertThat(after.path("unreadCount").asInt()).isEqualTo(1);
        assertThat(after.path("mentionCount").asInt()).isZero();
        assertThat(after.path("lastReadId").asText()).isEqualTo(two);
    }

    @Test
    void filesGoWithMessagesAndStayInTheirConversation() {
        String id = opened(ann, direct(bob));
        String other = opened(ann, group("other", bob));
        String file = server.uploadTo(ann, "/conversations/" + id, "note.txt", "text".getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .text("id");
        String path = "/conversations/" + id + "/attachments/" + file;
        assertThat(server.bytes(ann, path).statusCode()).isEqualTo(200);
        assertThat(server.bytes(bob, path).statusCode()).isEqualTo(404);
        server.post(
                        ann,
                        "/conversations/" + id + "/messages",
                        "{\"content\": \"\", \"attachmentIds\": [\"" + file + "\"]}")
                .expect(201);
        assertThat(server.bytes(bob, path).statusCode()).isEqualTo(200);
        assertThat(server.bytes(eve, path).statusCode()).isEqualTo(404);
        assertThat(server.bytes(bob, "/conversations/" + other + "/attachments/" + file)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aSearchFindsWhatIsInTheConversation() {
        String id = opened(ann, direct(bob));
        String other = opened(ann, group("other", bob));
        String found = posted(ann, id, "penguins on ice");
        posted(ann, other, "penguins elsewhere");

        assertThat(ids(server.get(bob, "/conversations/" + id + "/search?q=penguins")
                        .expect(200)))
                .containsExactly(found);
        assertThat(ids(server.get(bob, "/conversations/" + id + "/search?q=penguins%20in:" + other)
                        .expect(200)))
                .isEmpty();
        assertThat(ids(server.get(bob, "/conversations/" + id + "/search?q=from:" + ann.id() + "&sort=relevance")
                        .expect(200)))
                .containsExactly(found);
    }

    @Test
    void onlyPeopleWhoShareAWaddleOrAConversationMayBeginOne() {
        Person stranger = server.person("stranger");
        String away = server.waddle(stranger, "away", true);

        Case.runAll(
                server,
                Case.of("stranger", ann, "POST /conversations", direct(stranger), 404, "no_such_user"),
                Case.of("unknown", ann, "POST /conversations", direct(unknown()), 404, "no_such_user"),
                Case.of("one of two", ann, "POST /conversations", group("x", bob, stranger), 404, "no_such_user"));
        server.join(stranger, away, bob);
        String id = opened(bob, group("both", ann, stranger));
        assertThat(server.post(ann, "/conversations", direct(stranger)).status())
                .as("they are in a conversation together now")
                .isEqualTo(201);
        server.delete(ann, "/conversations/" + id + "/participants/me").expect(204);
        assertThat(server.post(ann, "/conversations", direct(stranger)).status())
                .as("theirs goes on")
                .isEqualTo(200);
        String own = opened(ann, group("own", bob));
        Person other = server.person("other");
        server.put(ann, "/conversations/" + own + "/participants/" + other.id(), "{}")
                .expect(404);
        server.join(ann, pond, other);
        server.put(ann, "/conversations/" + own + "/participants/" + other.id(), "{}")
                .expect(201);
    }

    private static Person unknown() {
        return new Person("unknown", "1", "");
    }

    @Test
    void wrongRequestsAreToldWhatIsWrong() {
        String nobody = "{\"type\": \"group\", \"title\": \"x\", \"participantIds\": []}";
        String untitled = "{\"type\": \"group\", \"participantIds\": [\"" + bob.id() + "\"]}";
        String titled = "{\"type\": \"direct\", \"title\": \"x\", \"participantIds\": [\"" + bob.id() + "\"]}";
        String three = "{\"type\": \"direct\", \"participantIds\": [\"" + bob.id() + "\", \"" + eve.id() + "\"]}";
        String support = "{\"type\": \"support\", \"title\": \"x\", \"participantIds\": [\"" + bob.id() + "\"]}";
        String more = "{\"type\": \"direct\", \"participantIds\": [\"" + bob.id() + "\"], \"id\": \"1\"}";
        Case.runAll(
                server,
                Case.of("nobody", ann, "POST /conversations", nobody, 422, "participantIds"),
                Case.of("untitled", ann, "POST /conversations", untitled, 422, "title"),
                Case.of("long title", ann, "POST /conversations", group("x".repeat(101), bob), 422, "title"),
                Case.of("titled", ann, "POST /conversations", titled, 422, "title"),
                Case.of("three", ann, "POST /conversations", three, 422, "participantIds"),
                Case.of("oneself", ann, "POST /conversations", direct(ann), 422, "participantIds"),
                Case.of("support", ann, "POST /conversations", support, 422, "type"),
                Case.of("unknown field", ann, "POST /conversations", more, 400, ""),
                Case.of(
                        "null",
                        ann,
                        "POST /conversations",
                        "{\"type\": \"direct\", \"participantIds\": [null]}",
                        422,
                        ""),
                Case.of("cursor", ann, "GET /conversations?cursor=x", null, 400, "malformed_cursor"),
                Case.of("malformed id", ann, "GET /conversations/abc", null, 400, "malformed_id"),
                Case.of("no such", ann, "GET /conversations/12345", null, 404, "no_such_conversation"),
                Case.of("below zero", ann, "GET /conversations/-1", null, 404, "no_such_conversation"));
    }

    @Test
    void theListIsByNewestActivityWhereverTheyStand() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            made.add(opened(ann, group("group " + i, bob)));
        }
        assertThat(listed(ann, "?limit=100")).isEqualTo(made.reversed());
        assertThat(server.application().stores().directory().conversations().all())
                .as("files that were made")
                .hasSizeGreaterThan(3);
        posted(bob, made.get(4), "news");
        made.addLast(made.remove(4));
        assertThat(listed(ann, "?limit=100")).isEqualTo(made.reversed());
        assertThat(walked(ann, 5)).isEqualTo(made.reversed());
        assertThat(listed(eve, "")).isEmpty();
    }

    @Test
    void aFileOutOfServiceTakesOnlyItsOwnConversationsOffTheList() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            made.add(opened(ann, group("group " + i, bob)));
        }
        assertThat(server.get(ann, "/conversations")
                        .expect(200)
                        .body()
                        .path("partial")
                        .asBoolean(true))
                .isFalse();
        int place = ConversationIds.placeOf(new ChannelId(Long.parseLong(made.getFirst())));
        ConversationShard lost = server.application().stores().directory().conversations().all().stream()
                .filter(file -> file.place() == place)
                .findFirst()
                .orElseThrow();
        List<String> left = made.reversed().stream()
                .filter(id -> ConversationIds.placeOf(new ChannelId(Long.parseLong(id))) != place)
                .toList();
        assertThat(left).isNotEmpty();
        server.application()
                .stores()
                .shards()
                .quarantine(lost.id(), new StorageException(StorageException.Kind.DAMAGED, "broken"));

        Answer list = server.get(ann, "/conversations?limit=100").expect(200);
        assertThat(ids(list)).isEqualTo(left);
        assertThat(list.body().path("partial").asBoolean()).isTrue();
        server.get(ann, "/conversations/" + made.getFirst()).expect(503);
    }

    private List<String> walked(Person who, int limit) {
        List<String> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            String more = cursor == null ? "" : "&cursor=" + cursor;
            Answer page =
                    server.get(who, "/conversations?limit=" + limit + more).expect(200);
            all.addAll(ids(page));
            cursor = page.body().path("next").isNull() ? null : page.text("next");
        } while (cursor != null);
        return all;
    }

    @Test
    void noPageMissesOrRepeatsAnyWhereTimesAreEqual() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 11; i++) {
            made.add(opened(ann, group("group " + i, bob)));
        }
        long later = System.currentTimeMillis() + Duration.ofDays(1).toMillis();
        for (ConversationShard file :
                server.application().stores().directory().conversations().all()) {
            Shard shard = server.application().stores().shards().shard(file.id());
            int _ = shard.engine().run(session -> {
                var update = session.kept("UPDATE participants SET joined_at_ms = ?");
                update.setLong(1, later);
                return update.executeUpdate();
            });
        }
        List<String> walked = walked(ann, 2);
        assertThat(walked).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made);
        List<Long> byId = walked.stream().map(Long::valueOf).toList();
        assertThat(byId).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void whoComesLaterSeesWhatTheFlagSays() {
        String id = opened(ann, group("friends", bob));
        String path = "/conversations/" + id;
        String old = posted(ann, id, "secret plans");
        server.put(ann, path + "/participants/" + eve.id(), "{\"canSeeHistory\": false}")
                .expect(201);
        String now = posted(ann, id, "welcome");

        assertThat(ids(server.get(eve, path + "/messages").expect(200))).containsExactly(now);
        assertThat(ids(server.get(eve, path + "/search?q=secret").expect(200))).isEmpty();
        assertThat(ids(server.get(bob, path + "/search?q=secret").expect(200))).containsExactly(old);
        server.get(eve, path + "/messages/" + old).expect(404);
        assertThat(server.get(eve, path).expect(200).body().path("unreadCount").asInt())
                .isEqualTo(1);
    }

    @Test
    void participantsComeAndGo() {
        String id = opened(ann, group("friends", bob));
        String path = "/conversations/" + id + "/participants";
        Case.runAll(
                server,
                Case.of("may not invite", bob, "PUT " + path + "/" + eve.id(), "{}", 403, "not_allowed"),
                Case.of("let in", ann, "PUT " + path + "/" + eve.id(), "{\"role\": \"guest\"}", 201, "guest"),
                Case.of("again", ann, "PUT " + path + "/" + eve.id(), "{}", 200, "guest"),
                Case.of("list", eve, "GET " + path, null, 200, bob.id()),
                Case.of("one", eve, "GET " + path + "/me", null, 200, "guest"),
                Case.of("nobody", eve, "GET " + path + "/1", null, 404, "no_such_participant"),
                Case.of("mute", ann, "PATCH " + path + "/" + eve.id(), "{\"status\": \"muted\"}", 200, "muted"),
                Case.of("wrong status", ann, "PATCH " + path + "/" + eve.id(), "{\"status\": \"left\"}", 422, "status"),
                Case.of("wrong role", ann, "PATCH " + path + "/" + eve.id(), "{\"role\": \"boss\"}", 422, "role"),
                Case.of(
                        "muted",
                        eve,
                        "POST /conversations/" + id + "/messages",
                        "{\"content\": \"x\"}",
                        403,
                        "not_allowed"),
                Case.of("put out", ann, "DELETE " + path + "/" + eve.id(), null, 204, ""),
                Case.of("is out", eve, "GET /conversations/" + id, null, 404, "no_such_conversation"),
                Case.of("owner", bob, "DELETE " + path + "/" + ann.id(), null, 403, "not_allowed"),
                Case.of("leave", ann, "DELETE " + path + "/me", null, 204, ""),
                Case.of("heir", bob, "GET " + path + "/me", null, 200, "owner"),
                Case.of("rename", bob, "PATCH /conversations/" + id, "{\"title\": \"mine\"}", 200, "mine"),
                Case.of(
                        "picture",
                        bob,
                        "PATCH /conversations/" + id,
                        "{\"avatarUrl\": \"https://example.org/a.png\"}",
                        200,
                        "a.png"),
                Case.of("no picture", bob, "PATCH /conversations/" + id, "{\"avatarUrl\": null}", 200, "\"mine\"")
                        .without("a.png"),
                Case.of(
                        "wrong picture",
                        bob,
                        "PATCH /conversations/" + id,
                        "{\"avatarUrl\": \"file:x\"}",
                        422,
                        "avatarUrl"));
    }

    @Test
    void aDeletedAccountLeavesItsConversationsReadable() {
        String two = opened(ann, direct(bob));
        String group = opened(ann, group("friends", bob));
        String text = posted(ann, two, "read me");
        server.post(ann, "/waddles/" + pond + "/transfer", "{\"userId\": \"" + bob.id() + "\"}")
                .expect(200);
        server.send(ann, "DELETE", "/users/me", "{}").expect(204);

        assertThat(ids(server.get(bob, "/conversations/" + two + "/messages").expect(200)))
                .containsExactly(text);
        assertThat(server.get(bob, "/conversations/" + group + "/participants/me")
                        .expect(200)
                        .text("role"))
                .isEqualTo("owner");
        assertThat(listed(bob, "")).containsExactlyInAnyOrder(two, group);
        Person after = server.person("after");
        server.join(bob, pond, after);
        server.post(after, "/conversations", direct(ann)).expect(404);
    }

    @Test
    void noWaddleRouteKnowsAFileOfConversations() {
        String id = opened(ann, direct(bob));
        for (ConversationShard file :
                server.application().stores().directory().conversations().all()) {
            server.get(ann, "/waddles/" + file.id()).expect(404);
            server.get(ann, "/waddles/" + file.id() + "/channels/" + id + "/messages")
                    .expect(404);
        }
        assertThat(server.get(ann, "/users/me/waddles").expect(200).body().path("items"))
                .hasSize(1);
        assertThat(server.get(ann, "/waddles/" + pond + "/channels").expect(200).text())
                .doesNotContain(id);
    }

    @Test
    void theFilesAreKeptInOrderLikeAnyShard() {
        String id = opened(ann, direct(bob));
        posted(ann, id, "hello");
        Person operator = server.operator("boss");
        JsonNode shards = server.get(operator, "/admin/shards?limit=100")
                .expect(200)
                .body()
                .path("items");
        List<JsonNode> ours = shards.valueStream()
                .filter(shard -> shard.path("waddleName").asText("").startsWith("conversations "))
                .toList();
        assertThat(ours).hasSize(1);
        String shardId = ours.getFirst().path("id").asText();
        server.post(operator, "/admin/shards/" + shardId + "/check", null).expect(200);
        server.application().monitoring().monitor().tick();
        ConversationShard file =
                server.application().stores().directory().conversations().all().getFirst();
        Shard shard = server.application().stores().shards().shard(file.id());
        assertThat(new ShardCare(shard).check(Duration.ofMinutes(1)).findings()).isEmpty();
        server.close();
        server = new CommunityServer(folder);
        assertThat(server.get(ann, "/conversations/" + id + "/messages")
                        .expect(200)
                        .text())
                .contains("hello");
    }
}
