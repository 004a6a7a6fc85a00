package chat.waddle.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import chat.waddle.directory.shard.SizeAt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Growth and the days that are left.
class GrowthTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final long MB = 1_000_000;

    @Test
    void aSteadyGrowthGivesTheDaysThatAreLeft() {
        List<SizeAt> points = new ArrayList<>();
        for (int hour = 0; hour < 240; hour++) {
            points.add(at(hour, 100 * MB + hour * MB));
        }
        Growth growth = Growth.fit(points, 340 * MB, START.plus(Duration.ofDays(10)));
        assertThat(growth.bytesPerDay()).isCloseTo(24 * MB, within(0.05 * 24 * MB));
        assertThat(growth.forecast(340 * MB, 580 * MB))
                .isInstanceOfSatisfying(
                        Forecast.FullAfter.class,
                        full -> assertThat(full.days()).isCloseTo(10, within(0.6)));
    }

    @Test
    void oneImportDoesNotBendTheLine() {
        List<SizeAt> points = new ArrayList<>();
        for (int hour = 0; hour < 240; hour++) {
            points.add(at(hour, hour * MB + (hour > 200 ? 5_000 * MB : 0)));
        }
        Growth growth = Growth.fit(points, 5_240 * MB, START.plus(Duration.ofDays(10)));
        assertThat(growth.bytesPerDay()).isLessThan(40 * MB);
    }

    @Test
    void aShardThatFellSilentDoesNotGrow() {
        List<SizeAt> points = List.of(at(0, 10 * MB), at(1, 20 * MB), at(2, 30 * MB));
        Growth growth = Growth.fit(points, 30 * MB, START.plus(Duration.ofDays(10)));
        assertThat(growth.bytesPerDay()).isZero();
        assertThat(growth.forecast(30 * MB, 100 * MB)).isEqualTo(new Forecast.NotGrowing());
    }

    @Test
    void aShrinkingShardDoesNotGrow() {
        List<SizeAt> points = List.of(at(0, 90 * MB), at(24, 60 * MB), at(48, 30 * MB));
        Growth growth = Growth.fit(points, 10 * MB, START.plus(Duration.ofDays(3)));
        assertThat(growth.bytesPerDay()).isNegative();
        assertThat(growth.forecast(10 * MB, 100 * MB)).isEqualTo(new Forecast.NotGrowing());
    }

    @Test
    void tooShortAHistoryIsSaidSo() {
        Growth growth = Growth.fit(List.of(at(0, MB)), 2 * MB, START.plus(Duration.ofHours(5)));
        assertThat(growth.forecast(2 * MB, 100 * MB)).isEqualTo(new Forecast.TooEarly(Duration.ofHours(5)));
        assertThat(Growth.fit(List.of(), 2 * MB, START).forecast(2 * MB, 100 * MB))
                .isEqualTo(new Forecast.TooEarly(Duration.ZERO));
    }

    @Test
    void aFullShardIsFullNowHoweverLittleIsKnown() {
        assertThat(Growth.UNKNOWN.forecast(100, 100)).isEqualTo(new Forecast.FullAfter(Duration.ZERO));
    }

    @Test
    void aClockThatWentBackTellsNothing() {
        assertThat(Growth.fit(List.of(at(48, MB)), 2 * MB, START)).isEqualTo(Growth.UNKNOWN);
    }

    private static SizeAt at(int hour, long usedBytes) {
        return new SizeAt(START.plus(Duration.ofHours(hour)), usedBytes, usedBytes, 0, 0);
    }
}
