package chat.waddle.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.ids.WaddleId;
import chat.waddle.shard.ShardFigures;
import chat.waddle.sqlite.Sizes;
import chat.waddle.sqlite.StorageException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MeasureLogTest {
    private static final ShardFigures FIGURES = new ShardFigures(new Sizes(1, 2, 3, 4, 5), 6, 7);

    @Test
    void whatTheDirectoryWasToldIsNotMeasuredAgain(@TempDir Path folder) {
        try (MonitorFixture fixture = new MonitorFixture(folder, 6_000_000)) {
            WaddleId one = fixture.waddle("one");
            ShardRecord shard = fixture.shard(one);
            boolean _ = fixture.changes.take(shard.shard().value());
            MeasureLog log = new MeasureLog(fixture.directory.shards(), fixture.changes, Duration.ofHours(1));
            assertThat(log.add(shard, FIGURES, fixture.now())).isTrue();
            log.flush();
            assertThat(fixture.changes.take(shard.shard().value())).isFalse();
            assertThat(fixture.shard(one).messageCount()).isEqualTo(6);
            assertThat(log.add(fixture.shard(one), FIGURES, fixture.now())).isFalse();
        }
    }

    @Test
    void whatTheDirectoryCouldNotBeToldIsMeasuredAgain(@TempDir Path folder) {
        try (MonitorFixture fixture = new MonitorFixture(folder, 6_000_000)) {
            ShardRecord shard = fixture.shard(fixture.waddle("one"));
            boolean _ = fixture.changes.take(shard.shard().value());
            MeasureLog log = new MeasureLog(fixture.directory.shards(), fixture.changes, Duration.ofHours(1));
            assertThat(log.add(shard, FIGURES, fixture.now())).isTrue();
            fixture.directory.close();
            assertThatThrownBy(log::flush).isInstanceOf(StorageException.class);
            assertThat(fixture.changes.take(shard.shard().value())).isTrue();
            assertThat(log.add(shard, FIGURES, fixture.now())).isTrue();
        }
    }
}
