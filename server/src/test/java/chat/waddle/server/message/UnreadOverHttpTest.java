package chat.waddle.server.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadOverHttpTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void mentionsAndUnreadCountsReachTheReader() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person owner = server.person("olga");
            Person member = server.person("mike");
            String waddle = server.waddle(owner, "unread-test", false);
            server.join(owner, waddle, member);
            String channels = "/waddles/" + waddle + "/channels";
            String talk = server.post(owner, channels, "{\"name\": \"talk\"}").text("id");
            String hidden = server.post(owner, channels, "{\"name\": \"hidden\", \"isPrivate\": true}")
                    .expect(201)
                    .text("id");
            String said = "{\"content\": \"@everyone hello <@" + member.id() + ">\"}";
            server.post(owner, channels + "/" + hidden + "/messages", said).expect(201);
            JsonNode posted = server.post(owner, channels + "/" + talk + "/messages", said)
                    .expect(201)
                    .body();
            assertThat(posted.path("mentions"))
                    .hasToString("{\"everyone\":true,\"userIds\":[\"" + member.id() + "\"],\"roleIds\":[]}");
            server.post(owner, channels + "/" + talk + "/messages", "{\"content\": \"again\"}")
                    .expect(201);

            JsonNode unread = server.get(member, "/waddles/" + waddle + "/unread")
                    .expect(200)
                    .body();
            assertThat(unread.findValuesAsText("channelId")).contains(talk).doesNotContain(hidden);
            assertThat(of(unread, talk))
                    .hasToString("{\"channelId\":\"" + talk
                            + "\",\"lastReadId\":null,\"unreadCount\":2,\"more\":false,\"mentionCount\":1}");

            String read = channels + "/" + talk + "/read";
            String marker = "{\"messageId\": \"" + posted.path("id").asText() + "\"}";
            assertThat(server.put(member, read, marker).expect(200).text("lastReadId"))
                    .isEqualTo(posted.path("id").asText());
            JsonNode after =
                    server.get(member, "/waddles/" + waddle + "/unread").body();
            assertThat(of(after, talk).path("unreadCount").asInt()).isEqualTo(1);
            assertThat(of(after, talk).path("mentionCount").asInt()).isZero();
            server.put(member, channels + "/" + hidden + "/read", marker).expect(404, "no_such_channel");
            server.put(member, read, "{\"messageId\": \"9\"}").expect(404, "no_such_message");
            server.put(member, read, "{}").expect(422, "invalid");
        }
    }

    private static JsonNode of(JsonNode unread, String channel) {
        return unread.path("items")
                .valueStream()
                .filter(item -> item.path("channelId").asText().equals(channel))
                .findFirst()
                .orElseThrow();
    }
}
