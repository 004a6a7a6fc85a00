package chat.waddle.server.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.WaddleId;
import chat.waddle.migrations.SweepListener;
import chat.waddle.migrations.SweepOptions;
import chat.waddle.migrations.SweepReport;
import chat.waddle.monitor.Monitor;
import chat.waddle.monitor.TickReport;
import chat.waddle.server.CommunityServer;
import chat.waddle.server.CommunityServer.Person;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two thousand shards: what a round, a sweep that finds nothing to do and the first request to a closed shard take.
class FleetDrill {
    private static final int SHARDS = 2_000;

    @Test
    @Timeout(900)
    void twoThousandShardsAreLookedAfterQuickly(@TempDir Path folder) {
        try (CommunityServer server = new CommunityServer(folder)) {
            List<Person> owners = new ArrayList<>();
            List<String> waddles = found(server, owners);
            Monitor monitor = server.application().monitoring().monitor();
            TickReport open = monitor.tick();
            waddles.forEach(waddle -> server.application().stores().shards().putAway(id(waddle)));
            TickReport quiet = monitor.tick();
            MigrationRuns runs = server.application().monitoring().migrations();
            SweepReport first =
                    runs.run(SweepOptions.DEFAULT, SweepListener.SILENT).orElseThrow();
            SweepReport again =
                    runs.run(SweepOptions.DEFAULT, SweepListener.SILENT).orElseThrow();
            SweepReport verified = runs.run(SweepOptions.DEFAULT.withVerify(true), SweepListener.SILENT)
                    .orElseThrow();
            List<Long> cold = coldRequests(server, owners, waddles);
            System.out.printf(
                    "%d shards: tick with %d measured %d ms, with %d measured %d ms; migrate %d ms, again %d ms, verify %d ms;"
                            + " first request to a closed shard p50 %d us, p99 %d us%n",
                    SHARDS,
                    open.measured(),
                    open.took().toMillis(),
                    quiet.measured(),
                    quiet.took().toMillis(),
                    first.elapsed().toMillis(),
                    again.elapsed().toMillis(),
                    verified.elapsed().toMillis(),
                    cold.get(cold.size() / 2),
                    cold.get(cold.size() * 99 / 100));
            assertThat(quiet.shards()).isEqualTo(SHARDS);
            assertThat(again.skipped()).isEqualTo(SHARDS);
            assertThat(again.elapsed()).isLessThan(Duration.ofSeconds(3));
        }
    }

    private static List<String> found(CommunityServer server, List<Person> owners) {
        List<String> waddles = new ArrayList<>();
        for (int i = 0; i < SHARDS; i++) {
            if (i % 20 == 0) {
                owners.add(server.person("owner" + i));
            }
            waddles.add(server.waddle(owners.getLast(), "waddle" + i, true));
        }
        return waddles;
    }

    /// In microseconds, ascending.
    private static List<Long> coldRequests(CommunityServer server, List<Person> owners, List<String> waddles) {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < SHARDS; i++) {
            long started = System.nanoTime();
            server.get(owners.get(i / 20), "/waddles/" + waddles.get(i) + "/channels")
                    .expect(200);
            micros.add((System.nanoTime() - started) / 1000);
        }
        return micros.stream().sorted().toList();
    }

    private static WaddleId id(String waddle) {
        return new WaddleId(Long.parseLong(waddle));
    }
}
