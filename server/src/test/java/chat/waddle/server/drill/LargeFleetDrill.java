package chat.waddle.server.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two thousand communities in one data directory: first requests, memory, and migrations that are killed.
final class LargeFleetDrill {
    private static final int SHARDS = Integer.getInteger("drill.shards", 2000);
    private static final int OPEN_AT_ONCE = 1000;
    private static final int KILLS = 10;

    @TempDir
    private Path folder;

    @Test
    void aLargeFleetOpensQuicklyAndMigratesWhateverInterruptsIt()
            throws IOException, InterruptedException, SQLException {
        Path data = folder.resolve("data");
        List<Fleet.Member> members;
        try (ServerProcess server = ServerProcess.start(data)) {
            long started = System.nanoTime();
            members = Fleet.make(server, SHARDS);
            System.out.printf(
                    "fleet drill: %d communities with a channel and a message made over HTTP in %d s%n",
                    members.size(), (System.nanoTime() - started) / 1_000_000_000);
            server.stop();
        }
        coldRequests(data, members);
        migrations(data);
    }

    /// Each community's first request, one after another, on a server that is warm but for their files.
    private static void coldRequests(Path data, List<Fleet.Member> members) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start(data)) {
            Collections.shuffle(members, new Random(1));
            List<Fleet.Member> warm = members.subList(0, Math.min(100, members.size() / 10));
            List<Fleet.Member> cold = members.subList(warm.size(), members.size());
            try (WireClient client = server.client()) {
                for (int i = 0; i < 30; i++) {
                    for (Fleet.Member member : warm) {
                        client.as(member.token()).get(member.messages()).expect(200);
                    }
                }
                List<Fleet.Member> first = cold.subList(0, Math.min(OPEN_AT_ONCE - warm.size(), cold.size()));
                long[] nanos = timed(client, first);
                long resident = server.residentBytes();
                print("cold first request, up to 1,000 open", nanos);
                System.out.printf(
                        "fleet drill: resident with %d open: %d MB%n", first.size() + warm.size(), resident >> 20);
                print(
                        "cold first request, each putting another away",
                        timed(client, cold.subList(first.size(), cold.size())));
                print(
                        "cold again: the first ones, put away meanwhile, by a JVM that has settled",
                        timed(client, first));
                print(
                        "the same communities again, open ones",
                        timed(client, first.subList(first.size() - 100, first.size())));
                assertThat(resident).as("bytes resident").isLessThan(1L << 30);
            }
            server.stop();
        }
    }

    private static long[] timed(WireClient client, List<Fleet.Member> members) throws IOException {
        long[] nanos = new long[members.size()];
        for (int i = 0; i < nanos.length; i++) {
            Fleet.Member member = members.get(i);
            long started = System.nanoTime();
            client.as(member.token()).get(member.messages()).expect(200);
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void print(String what, long[] sorted) {
        if (sorted.length > 0) {
            System.out.printf(
                    "fleet drill: %s: n %d, p50 %.2f ms, p99 %.2f ms, max %.2f ms%n",
                    what,
                    sorted.length,
                    sorted[sorted.length / 2] / 1e6,
                    sorted[sorted.length * 99 / 100] / 1e6,
                    sorted[sorted.length - 1] / 1e6);
        }
    }

    /// The real command, first with the schema as it is, then with one more step on the class path.
    private void migrations(Path data) throws IOException, InterruptedException, SQLException {
        System.out.println("fleet drill: nothing to do: " + Fleet.migrate(data, List.of()));
        Path step = nextStep();
        Random random = new Random(2);
        List<Integer> done = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = Fleet.migrating(data, List.of(step));
            boolean _ = process.waitFor(1500 + random.nextInt(3000), TimeUnit.MILLISECONDS);
            process.destroyForcibly();
            process.waitFor();
            done.add(Fleet.migrated(data, SHARDS));
        }
        String last = Fleet.migrate(data, List.of(step));
        assertThat(Fleet.migrated(data, SHARDS)).isEqualTo(SHARDS);
        System.out.printf(
                "fleet drill: a step killed %d times, files done after each: %s, then: %s%n", KILLS, done, last);
        assertThat(done).isSorted();
    }

    /// A folder that stands before the jar on the class path and shadows the list of steps.
    private Path nextStep() throws IOException {
        Path root = folder.resolve("next-step");
        Path steps = Files.createDirectories(root.resolve("chat/waddle/migrations/waddle"));
        try (var known = LargeFleetDrill.class.getResourceAsStream("/chat/waddle/migrations/waddle/index.txt")) {
            assertThat(known).isNotNull();
            String index = new String(known.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
            String next = "%04d_add_drill.sql".formatted(index.lines().count() + 1);
            Files.writeString(steps.resolve(next), Fleet.STEP);
            Files.writeString(steps.resolve("index.txt"), index + "\n" + next + "\n");
        }
        return root;
    }
}
