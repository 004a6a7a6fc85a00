package chat.waddle.server.robot;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.server.Case;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsOverHttpTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRobotWritesPieceByPiece() {
        try (CommunityServer server = new CommunityServer(folder)) {
            Person ann = server.person("ann");
            Person bob = server.person("bob");
            String waddle = server.waddle(ann, "pond", false);
            server.join(ann, waddle, bob);
            String path = "/waddles/" + waddle;
            server.post(ann, path + "/channels", "{\"name\": \"talk\"}").expect(201);
            String robot = server.post(ann, path + "/robots", "{\"name\": \"Helper\"}")
                    .expect(201)
                    .text("id");
            String messages = path + "/channels/talk/messages";
            String begin = "{\"robotId\": \"" + robot + "\", \"visibleToGuests\": true, \"deliveryStatus\": ";
            Case.runAll(
                    server,
                    Case.of("not hers", bob, "POST " + messages + "/stream", begin + "null}", 403, "missing"),
                    Case.of("odd", ann, "POST " + messages + "/stream", begin + "\"failed\"}", 422, "unknown_status"));
            String id = server.post(ann, messages + "/stream", begin + "\"batch-delay\"}")
                    .expect(201)
                    .text("id");
            String one = "PATCH " + messages + "/" + id + "/stream";
            String finish = "POST " + messages + "/" + id + "/stream/finish";
            String first = "{\"sequence\": 1, \"delta\": \"a wal\"}";
            Case.runAll(
                    server,
                    Case.of("begun", bob, "GET " + messages, null, 200, "\"deliveryStatus\":\"batch-delay\""),
                    Case.of("gap", ann, one, "{\"sequence\": 2, \"delta\": \"x\"}", 409, "sequence_gap"),
                    Case.of("first", ann, one, first, 200, "\"sequence\":1"),
                    Case.of("again", ann, one, first, 200, "\"sequence\":1"),
                    Case.of("other", ann, one, "{\"sequence\": 1, \"delta\": \"x\"}", 409, "sequence_repeated"),
                    Case.of("nothing", ann, one, "{\"sequence\": 2, \"delta\": \"\"}", 422, "too_short"),
                    Case.of("zero", ann, one, "{\"sequence\": 0, \"delta\": \"x\"}", 422, "out_of_range"),
                    Case.of("no such", ann, finish, "{\"status\": \"odd\"}", 422, "unknown_status"),
                    Case.of("second", ann, one, "{\"sequence\": 2, \"delta\": \"rus\"}", 200, "\"sequence\":2"),
                    Case.of("grown", bob, "GET " + messages, null, 200, "\"content\":\"a walrus\""),
                    Case.of("not yet", bob, "GET " + path + "/search?q=walrus", null, 200, "\"items\":[]"),
                    Case.of("finish", ann, finish, "{\"status\": \"delivered\"}", 200, "\"delivered\""),
                    Case.of("found", bob, "GET " + path + "/search?q=walrus", null, 200, id),
                    Case.of("over", ann, one, "{\"sequence\": 3, \"delta\": \"x\"}", 409, "stream_ended"));
            assertThat(server.shard(waddle).messageCount()).isEqualTo(1);
        }
    }
}
