package chat.waddle.directory.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.directory.DirectoryFixture;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.migrations.FleetShard;
import chat.waddle.migrations.ShardOutcome;
import chat.waddle.sqlite.Sizes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShardsTest {
    private static final Origin SYSTEM = Origin.system();

    @TempDir
    private Path folder;

    private DirectoryFixture fixture;
    private Waddle penguins;

    @BeforeEach
    void open() {
        fixture = new DirectoryFixture(folder);
        penguins = fixture.waddle("penguins", fixture.user("ada"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private Shards shards() {
        return fixture.directory().shards();
    }

    private ShardMeasure measure(long used, long messages, long seq) {
        return new ShardMeasure(penguins.shard(), new Sizes(used, 4096, 8192, used + 4096, 77), messages, seq);
    }

    @Test
    void measuresAreKnownAndGrowthIsKept() {
        assertThat(shards().measured(List.of(measure(10_000, 5, 42)), true)).isEqualTo(1);
        fixture.pass(Duration.ofHours(1));
        shards().measured(List.of(measure(20_000, 9, 41)), true);
        fixture.pass(Duration.ofMinutes(1));
        shards().measured(List.of(measure(21_000, 9, 43)), false);

        assertThat(shards().find(penguins.shard())).hasValueSatisfying(shard -> {
            assertThat(shard.usedBytes()).isEqualTo(21_000);
            assertThat(shard.lastSeq()).isEqualTo(43);
            assertThat(shard.measuredAt()).isEqualTo(fixture.now());
        });
        assertThat(shards().growth(penguins.shard(), Instant.EPOCH))
                .extracting(SizeAt::usedBytes)
                .containsExactly(10_000L, 20_000L);
        assertThat(fixture.directory()
                        .catalogue()
                        .find(penguins.id())
                        .orElseThrow()
                        .messageCount())
                .isEqualTo(9);
    }

    @Test
    void theHighWaterMarkNeverGoesBack() {
        shards().measured(List.of(measure(1, 1, 42)), false);
        shards().measured(List.of(measure(1, 1, 7)), false);

        assertThat(shards().find(penguins.shard()).orElseThrow().lastSeq()).isEqualTo(42);
    }

    @Test
    void growthIsForgottenAfterFourHundredDays() {
        shards().measured(List.of(measure(1, 1, 1)), true);
        fixture.pass(Duration.ofDays(401));
        shards().measured(List.of(measure(2, 1, 1)), true);

        assertThat(shards().growth(penguins.shard(), Instant.EPOCH))
                .extracting(SizeAt::usedBytes)
                .containsExactly(2L);
    }

    @Test
    void anUnknownShardIsPassedOver() {
        ShardMeasure unknown = new ShardMeasure(new ShardId("0000000000"), new Sizes(1, 1, 1, 1, 1), 1, 1);

        assertThat(shards().measured(List.of(unknown, measure(5, 1, 1)), true)).isEqualTo(1);
    }

    @Test
    void aQuarantinedShardDoesNotServeUntilItIsReleased() {
        var catalogue = fixture.directory().catalogue();
        assertThat(catalogue.route(penguins.id()).orElseThrow().serving()).isTrue();

        assertThat(shards().quarantine(penguins.shard(), "page 7 is damaged", SYSTEM))
                .isTrue();

        assertThat(catalogue.route(penguins.id()).orElseThrow().serving()).isFalse();
        assertThat(shards().quarantined("", 10)).extracting(ShardRecord::reason).containsExactly("page 7 is damaged");
        assertThat(shards().quarantine(penguins.shard(), "again", SYSTEM)).isFalse();
        assertThat(shards().release(penguins.shard(), "restored", SYSTEM)).isTrue();
        assertThat(catalogue.route(penguins.id()).orElseThrow().serving()).isTrue();
        assertThat(shards().quarantined("", 10)).isEmpty();
    }

    @Test
    void migrationsAreKnownToTheSweep() {
        shards().migrated(penguins.shard(), new ShardOutcome.Failed("no space"));
        assertThat(shards().fleetPage("", 10))
                .containsExactly(new FleetShard(penguins.shard().value(), 0, true));

        shards().migrated(penguins.shard(), new ShardOutcome.Migrated(0, 3));
        long seq = fixture.directory().engine().seq();
        shards().migrated(penguins.shard(), new ShardOutcome.Current(3));

        assertThat(shards().fleetPage("", 10))
                .containsExactly(new FleetShard(penguins.shard().value(), 3, false));
        assertThat(fixture.directory().engine().seq()).isEqualTo(seq);
    }

    @Test
    void allShardsComePageByPage() {
        List<String> made = new ArrayList<>(List.of(penguins.shard().value()));
        for (int i = 0; i < 11; i++) {
            made.add(fixture.waddle("waddle-" + i, fixture.user("owner" + i))
                    .shard()
                    .value());
        }
        List<String> listed = new ArrayList<>();
        List<ShardRecord> page = shards().page("", 5);
        while (!page.isEmpty()) {
            page.forEach(shard -> listed.add(shard.shard().value()));
            page = shards().page(listed.getLast(), 5);
        }

        assertThat(listed).isSorted().containsExactlyInAnyOrderElementsOf(made);
    }

    @Test
    void aPathFollowsFromTheId() {
        assertThat(ShardPath.of(new ShardId("0a9zk3j5h7g2f8d4s6q1")))
                .isEqualTo("shards/0a/9z/0a9zk3j5h7g2f8d4s6q1.sqlite");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "../../etc/passwd",
                "ABCDEFGH",
                "abcd/efgh",
                "abcdefgh\u0000",
                "abcdefgh.",
                "äbcdefghij"
            })
    void whatIsNoIdMakesNoPath(String id) {
        assertThatThrownBy(() -> new ShardId(id)).isInstanceOf(IllegalArgumentException.class);
    }
}
