package chat.waddle.server;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.http.Route;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ids of another waddle are nothing in bodies and queries either.
class ForeignIdsInBodiesTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void idsOfAnotherWaddleInABodyAreRefusedAndNothingIsWritten() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            Things ours = Things.make(server, ann, server.waddle(ann, "ours", true), "ours");
            Things theirs = Things.make(server, bob, server.waddle(bob, "theirs", true), "theirs");
            long before = server.shard(ours.waddle()).seq()
                    + server.shard(theirs.waddle()).seq();
            String base = Route.API + "/waddles/" + ours.waddle();
            String messages = base + "/channels/" + ours.channel() + "/messages";
            String foreignReply = "{\"content\": \"x\", \"replyToId\": \"" + theirs.message() + "\"}";
            String foreignThread = "{\"content\": \"x\", \"threadId\": \"" + theirs.thread() + "\"}";
            String foreignFile = "{\"content\": \"x\", \"attachmentIds\": [\"" + theirs.attachment() + "\"]}";
            String foreignCategory = "{\"categoryId\": \"" + theirs.category() + "\"}";
            String newInForeign = "{\"name\": \"new\", \"categoryId\": \"" + theirs.category() + "\"}";
            String order = "{\"channelIds\": [\"" + theirs.channel() + "\"]}";
            String owner = "{\"userId\": \"" + theirs.member().id() + "\"}";
            refused(server.raw(ann, "POST", messages, foreignReply));
            refused(server.raw(ann, "POST", messages, foreignThread));
            refused(server.raw(ann, "POST", messages, foreignFile));
            refused(server.raw(ann, "PATCH", base + "/channels/" + ours.channel(), foreignCategory));
            refused(server.raw(ann, "POST", base + "/channels", newInForeign));
            refused(server.raw(ann, "PUT", base + "/channels/order", order));
            refused(server.raw(ann, "POST", base + "/transfer", owner));
            String foreignRead = "{\"messageId\": \"" + theirs.message() + "\"}";
            refused(server.raw(ann, "PUT", base + "/channels/" + ours.channel() + "/read", foreignRead));
            String foreignRobot = "{\"robotId\": \"" + theirs.robot() + "\"}";
            String foreignQuestion = "{\"robotId\": \"" + ours.robot() + "\", \"interactionId\": \""
                    + theirs.interaction() + "\", \"leaseId\": \"1\"}";
            String foreignTopic =
                    "{\"robotId\": \"" + ours.robot() + "\", \"robotResponseTo\": \"" + theirs.message() + "\"}";
            String foreignMessage = "{\"messageId\": \"" + theirs.message() + "\"}";
            String foreignOwner =
                    "{\"name\": \"x\", \"ownerId\": \"" + theirs.member().id() + "\"}";
            String ask = base + "/channels/" + ours.channel() + "/robots/" + ours.robot() + "/ask";
            refused(server.raw(ann, "POST", messages + "/stream", foreignRobot));
            refused(server.raw(ann, "POST", messages + "/stream", foreignQuestion));
            refused(server.raw(ann, "POST", messages + "/stream", foreignTopic));
            refused(server.raw(ann, "POST", ask, foreignMessage));
            refused(server.raw(ann, "POST", base + "/robots", foreignOwner));
            String foreignParent = "{\"type\": \"support\", \"parentRoomId\": \"" + theirs.room() + "\"}";
            refused(server.raw(ann, "POST", base + "/rooms", foreignParent));
            refused(server.raw(ann, "POST", base + "/escalations/" + ours.escalation() + "/assign", owner));
            String foreignIds = "{\"ids\": [\"" + theirs.message() + "\"]}";
            assertThat(server.raw(ann, "POST", messages + "/bulk-delete", foreignIds)
                            .body())
                    .contains("\"deleted\":[]");
            String intoForeign = "{\"ids\": [\"" + ours.message() + "\"], \"threadId\": \"" + theirs.thread() + "\"}";
            refused(server.raw(ann, "POST", messages + "/move", intoForeign));
            String foreignMove = "{\"ids\": [\"" + theirs.message() + "\"], \"threadId\": \"" + ours.thread() + "\"}";
            assertThat(server.raw(ann, "POST", messages + "/move", foreignMove).body())
                    .contains("\"moved\":[]");
            assertThat(server.shard(ours.waddle()).seq()
                            + server.shard(theirs.waddle()).seq())
                    .isEqualTo(before);
        }
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(404, 422);
    }

    @Test
    void aSearchFindsNothingByIdsOfAnotherWaddle() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            Things ours = Things.make(server, ann, server.waddle(ann, "ours", true), "ours");
            Things theirs = Things.make(server, bob, server.waddle(bob, "theirs", true), "theirs");
            String search = Route.API + "/waddles/" + ours.waddle() + "/search?q=";
            assertThat(server.raw(ann, "GET", search + "hello", null).body()).contains(ours.message());
            for (String query : new String[] {
                "hello&channel=" + theirs.channel(),
                "hello%20in:" + theirs.channel(),
                "hello%20thread:" + theirs.thread(),
                "hello%20from:" + bob.id()
            }) {
                assertThat(server.raw(ann, "GET", search + query, null).body())
                        .as(query)
                        .contains("\"items\":[]");
            }
        }
    }
}
