package chat.waddle.ids;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class IdClockTest {
    private static final long NOON = Instant.parse("2026-03-01T12:00:00Z").toEpochMilli();

    @Test
    void anIdSaysItsTime() {
        MessageId id = new MessageId(new IdClock(IdClock.none()).next(NOON));
        assertThat(IdClock.timeOf(id)).isEqualTo(Instant.ofEpochMilli(NOON));
    }

    @Test
    void idsGrowWhateverTheWallClockDoes() {
        IdClock ids = new IdClock(IdClock.none());
        long last = ids.next(NOON);
        for (long time : new long[] {NOON, NOON - 3_600_000, 0, NOON + 1, NOON - 1, NOON + 3_600_000, NOON}) {
            long next = ids.next(time);
            assertThat(next).isGreaterThan(last);
            last = next;
        }
    }

    @Test
    void aFullMillisecondRunsOverIntoTheNext() {
        IdClock ids = new IdClock(IdClock.none());
        long first = ids.next(NOON);
        long last = first;
        for (int i = 1; i <= 256; i++) {
            last = ids.next(NOON);
            assertThat(last).isEqualTo(first + i);
        }
        assertThat(IdClock.millisOf(last)).isEqualTo(NOON + 1);
        assertThat(ids.next(NOON + 1)).isEqualTo(last + 1);
    }

    @Test
    void timesBefore2020HaveNegativeIdsInTheRightOrder() {
        long then = Instant.parse("2015-05-05T05:05:05.005Z").toEpochMilli();
        long id = IdClock.firstAt(then);
        assertThat(id).isNegative();
        assertThat(IdClock.millisOf(id)).isEqualTo(then);
        assertThat(IdClock.millisOf(id + 255)).isEqualTo(then);
        assertThat(IdClock.millisOf(id - 1)).isEqualTo(then - 1);
        assertThat(id).isLessThan(IdClock.firstAt(then + 1)).isLessThan(IdClock.none());
    }

    @Test
    void aClockThatStandsBefore2020StillCountsUpFromTheLastId() {
        IdClock ids = new IdClock(IdClock.none());
        assertThat(ids.next(0)).isEqualTo(1);
        assertThat(ids.next(0)).isEqualTo(2);
    }

    @Test
    void aSkippedIdIsNeverHandedOut() {
        IdClock ids = new IdClock(IdClock.none());
        long imported = IdClock.firstAt(NOON) + 9;
        ids.skipTo(imported);
        ids.skipTo(5);
        assertThat(ids.next(NOON)).isEqualTo(imported + 1);
    }

    @Test
    void aRolledBackIdIsHandedOutAgain() {
        IdClock ids = new IdClock(IdClock.none());
        long before = ids.last();
        long first = ids.next(NOON);
        ids.rewindTo(before);
        assertThat(ids.next(NOON)).isEqualTo(first);
    }
}
