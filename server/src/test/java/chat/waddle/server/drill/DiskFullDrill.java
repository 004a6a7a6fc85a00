package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Fills the disk under a running server, and frees it again. Skipped where mounting is not allowed.
final class DiskFullDrill {
    private static final int DISK_MIB = 40;
    private static final int BALLAST_BYTES = 16 << 20;
    private static final int MOST = 50_000;

    @TempDir
    private Path folder;

    private static boolean ran(String... line) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    }

    @Test
    void aFullDiskLosesNothingAnsweredAndHealsWithoutARestart() throws IOException, InterruptedException, SQLException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeThat(ran("mount", "-t", "tmpfs", "-o", "size=" + DISK_MIB + "m", "tmpfs", disk.toString()))
                .as("the right to mount a tmpfs (root)")
                .isTrue();
        try {
            drill(disk);
        } finally {
            assertThat(ran("umount", "-l", disk.toString())).isTrue();
        }
    }

    private void drill(Path disk) throws IOException, InterruptedException, SQLException {
        Path data = disk.resolve("data");
        List<String> texts = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(data)) {
            DrillCommunity community = DrillCommunity.make(server, data, 1);
            DrillCommunity.Place place = community.places().getFirst();
            try (WireClient client = server.client().as(community.signIn(server))) {
                Path ballast = Files.write(disk.resolve("ballast"), new byte[BALLAST_BYTES]);
                int refused = fill(client, place, texts);
                int whenFull = texts.size();
                readsGoOn(client, place, whenFull);
                Files.delete(ballast);
                for (int i = 0; i < 50; i++) {
                    String key = "after" + i;
                    post(client, place, key).expect(201);
                    texts.add(key);
                }
                assertThat(server.isAlive()).isTrue();
                server.stop();
                System.out.printf(
                        "disk full drill: %d answered until the disk was full, %d refused, %d more after space was"
                                + " freed, without a restart%n",
                        whenFull, refused, texts.size() - whenFull);
            }
            try (ShardCopy copy = ShardCopy.of(place, data, folder)) {
                copy.judge();
                assertThat(copy.messages().keySet()).containsAll(texts);
            }
        }
    }

    private static WireClient.Reply post(WireClient client, DrillCommunity.Place place, String key) throws IOException {
        String text = key + " " + "words that fill a disk ".repeat(170);
        return client.post(place.messages(), "{\"content\": \"" + text.substring(0, 3900) + "\"}");
    }

    /// Posts until ten in a row find the disk full.
    private static int fill(WireClient client, DrillCommunity.Place place, List<String> texts) throws IOException {
        int refused = 0;
        int unknown = 0;
        for (int inARow = 0, i = 0; inARow < 10; i++) {
            assertThat(i).isLessThan(MOST);
            String key = "full" + i;
            WireClient.Reply reply = post(client, place, key);
            if (reply.status() == 201) {
                texts.add(key);
                inARow = 0;
                continue;
            }
            inARow++;
            refused++;
            assertThat(reply.text("code")).isIn("disk_full", "storage_failed");
            assertThat(reply.status()).isEqualTo(reply.text("code").equals("disk_full") ? 507 : 503);
            unknown += reply.status() == 503 ? 1 : 0;
        }
        assertThat(texts.size()).isGreaterThan(100);
        assertThat(refused - unknown).as("refused as disk_full").isPositive();
        return refused;
    }

    private static void readsGoOn(WireClient client, DrillCommunity.Place place, int posted) throws IOException {
        client.get("/health").expect(200);
        assertThat(client.get(place.messages() + "?limit=20").expect(200).body().path("items"))
                .hasSize(20);
        assertThat(client.get(place.path() + "/search?q=full" + posted / 2)
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(1);
    }
}
