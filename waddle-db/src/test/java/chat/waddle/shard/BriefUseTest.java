package chat.waddle.shard;

import static chat.waddle.shard.ShardFixture.WADDLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Upkeep leaves shards as it finds them, and never closes one under somebody else.
class BriefUseTest {
    @Test
    void aClosedShardIsClosedAgain(@TempDir Path folder) {
        try (ShardFixture fixture = new ShardFixture(folder)) {
            fixture.create(WADDLE);
            fixture.store.putAway(WADDLE);
            assertThat(fixture.store.useBriefly(WADDLE, Shard::seq)).isPositive();
            assertThat(fixture.store.openCount()).isZero();
        }
    }

    @Test
    void anOpenShardStaysOpen(@TempDir Path folder) {
        try (ShardFixture fixture = new ShardFixture(folder)) {
            fixture.create(WADDLE);
            assertThat(fixture.store.useBriefly(WADDLE, Shard::seq)).isPositive();
            assertThat(fixture.store.openCount()).isEqualTo(1);
        }
    }

    @Test
    void aShardThatSomebodyBeganToUseMeanwhileStaysOpen(@TempDir Path folder) {
        try (ShardFixture fixture = new ShardFixture(folder)) {
            fixture.create(WADDLE);
            fixture.store.putAway(WADDLE);
            Shard theirs = fixture.store.useBriefly(WADDLE, _ -> fixture.store.shard(WADDLE));
            assertThat(fixture.store.openCount()).isEqualTo(1);
            assertThat(new ShardCare(theirs).measure().seq()).isEqualTo(theirs.seq()); // it is not closed
        }
    }
}
