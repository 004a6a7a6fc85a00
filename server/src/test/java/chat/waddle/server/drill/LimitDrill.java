package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fills a waddle to its size limit over HTTP, and empties it again.
final class LimitDrill {
    private static final long LIMIT_BYTES = 4L << 20;
    private static final int MOST = 20_000;

    @TempDir
    private Path folder;

    @Test
    void aFullWaddleStillReadsSearchesAndDeletesAndServesAgainOnceThereIsRoom()
            throws IOException, InterruptedException, SQLException {
        Path data = folder.resolve("data");
        try (ServerProcess server = ServerProcess.start(data, "--shard-limit-bytes", Long.toString(LIMIT_BYTES))) {
            DrillCommunity community = DrillCommunity.make(server, data, 2);
            DrillCommunity.Place full = community.places().get(0);
            DrillCommunity.Place other = community.places().get(1);
            try (WireClient client = server.client().as(community.signIn(server))) {
                List<Long> posted = fill(client, full);
                assertThat(Files.size(full.file(data))).as("bytes of the file").isLessThanOrEqualTo(LIMIT_BYTES);
                readsGoOn(client, full, posted);
                post(client, other, "the other never notices").expect(201);
                int erased = erase(client, full, posted);
                int after = 0;
                while (after < 20) {
                    post(client, full, "again" + after++).expect(201);
                }
                assertThat(client.get(full.path() + "/search?q=again7")
                                .expect(200)
                                .body()
                                .path("items"))
                        .hasSize(1);
                server.stop();
                System.out.printf(
                        "limit drill: %d messages of 4 kB until shard_full at a limit of %d bytes, %d erased until posts"
                                + " worked again, %d posted after it; reads, search and the other waddle worked all the"
                                + " time%n",
                        posted.size(), LIMIT_BYTES, erased, after);
            }
            try (ShardCopy copy = ShardCopy.of(full, data, folder)) {
                copy.judge();
            }
        }
    }

    private static WireClient.Reply post(WireClient client, DrillCommunity.Place place, String word)
            throws IOException {
        String text = word + " " + "words that fill a page ".repeat(170);
        return client.post(place.messages(), "{\"content\": \"" + text.substring(0, 3900) + "\"}");
    }

    /// Posts until three in a row are refused.
    private static List<Long> fill(WireClient client, DrillCommunity.Place place) throws IOException {
        List<Long> posted = new ArrayList<>();
        for (int refused = 0, i = 0; refused < 3; i++) {
            assertThat(i).isLessThan(MOST);
            WireClient.Reply reply = post(client, place, "full" + posted.size());
            if (reply.status() == 201) {
                posted.add(reply.id());
                continue;
            }
            reply.expect(507);
            assertThat(reply.text("code")).isEqualTo("shard_full");
            refused++;
        }
        assertThat(posted.size()).isGreaterThan(100);
        return posted;
    }

    private static void readsGoOn(WireClient client, DrillCommunity.Place place, List<Long> posted) throws IOException {
        String last = place.messages() + "/" + posted.getLast();
        client.get(last).expect(200);
        JsonNode page = client.get(place.messages() + "?limit=20").expect(200).body();
        assertThat(page.path("items")).hasSize(20);
        for (int number : new int[] {0, posted.size() / 2, posted.size() - 1}) {
            JsonNode found = client.get(place.path() + "/search?q=full" + number)
                    .expect(200)
                    .body();
            assertThat(found.path("items")).as("full" + number).hasSize(1);
        }
        client.send("DELETE", last, null).expect(204);
        client.get(last).expect(404);
        client.post(last + "/restore", null);
    }

    /// Erases the oldest until a post is taken.
    ///
    /// @return how many it took
    private static int erase(WireClient client, DrillCommunity.Place place, List<Long> posted) throws IOException {
        int erased = 0;
        while (erased < posted.size()) {
            for (int i = 0; i < 10 && erased < posted.size(); i++) {
                client.send("DELETE", place.messages() + "/" + posted.get(erased++) + "?erase=true", null)
                        .expect(204);
            }
            WireClient.Reply reply = post(client, place, "room");
            if (reply.status() == 201 && erased >= 60) {
                return erased;
            }
            assertThat(reply.status()).isIn(201, 507);
        }
        throw new AssertionError("no room after all was erased");
    }
}
