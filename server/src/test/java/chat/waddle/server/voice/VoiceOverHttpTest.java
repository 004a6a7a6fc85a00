package chat.waddle.server.voice;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import chat.waddle.server.account.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoiceOverHttpTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theBooksOfAVoiceChannelAreKeptAndRead() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String waddle = server.waddle(ann, "pond", true);
            server.join(ann, waddle, bob);
            String channels = "/waddles/" + waddle + "/channels";
            server.post(ann, channels, "{\"name\": \"hum\", \"type\": \"voice\"}")
                    .expect(201);
            server.post(ann, channels, "{\"name\": \"talk\"}").expect(201);
            String all = channels + "/hum/voice-sessions";
            Answer started =
                    server.post(bob, all, "{\"rtkSessionId\": \"rtk-1\"}").expect(201);
            assertThat(started.body().path("endedAt").isNull()).isTrue();
            String one = all + "/" + started.text("id");
            server.patch(bob, one, "{\"participants\": 4}").expect(200);
            server.patch(bob, one, "{\"participants\": 2}").expect(200);
            Answer over = server.patch(ann, one, "{\"ended\": true, \"recordingUrl\": \"https://example.org/r.ogg\"}")
                    .expect(200);
            assertThat(over.body().path("maxParticipants").asInt()).isEqualTo(4);
            assertThat(over.text("endedAt")).isNotEmpty();
            Answer second = server.post(ann, all, "{}").expect(201);
            Answer page = server.get(bob, all + "?limit=1").expect(200);
            assertThat(page.body().path("items")).containsExactly(second.body());
            assertThat(server.get(bob, all + "?cursor=" + page.text("next"))
                            .body()
                            .path("items"))
                    .containsExactly(over.body());
            assertThat(server.patch(ann, one, "{\"recordingUrl\": null}")
                            .expect(200)
                            .body()
                            .path("recordingUrl")
                            .isNull())
                    .isTrue();
            Case.runAll(
                    server,
                    Case.of("running", ann, "POST " + all, "{}", 409, "voice_session_running"),
                    Case.of("text", ann, "POST " + channels + "/talk/voice-sessions", "{}", 409, "not_a_voice_channel"),
                    Case.of("over", ann, "PATCH " + one, "{\"participants\": 9}", 409, "voice_session_over"),
                    Case.of("unknown", ann, "PATCH " + all + "/7", "{}", 404, "no_such_voice_session"),
                    Case.of("url", ann, "PATCH " + one, "{\"recordingUrl\": \"ftp://x\"}", 422, "invalid_url"),
                    Case.of("field", ann, "POST " + all, "{\"x\": 1}", 400, "unknown_field"),
                    Case.of("stranger", server.person("eve"), "GET " + all, null, 404, "no_such_waddle"));
        }
    }
}
