package chat.waddle.directory.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import org.junit.jupiter.api.Test;

final class DueTimerTest {
    private final Dues dues = new Dues();
    private long now = 1_000_000;
    private final DueTimer timer = new DueTimer(dues, () -> Instant.ofEpochMilli(now));

    @Test
    void whatBecameDueBeforeTheStartIsDoneByTheFirstTick() {
        dues.waiting.add(now - 5_000);

        assertThat(timer.tick()).isEqualTo(1);
    }

    @Test
    void nothingIsAskedUntilSomethingMayBeDue() {
        dues.waiting.add(now + 10_000);
        timer.tick();
        int asked = dues.asked;

        now += 9_999;
        assertThat(timer.tick()).isZero();
        assertThat(dues.asked).isEqualTo(asked);

        now += 1;
        assertThat(timer.tick()).isEqualTo(1);
    }

    @Test
    void whatIsScheduledLaterButDueSoonerIsDoneInTime() {
        dues.waiting.add(now + 30_000);
        timer.tick();
        dues.waiting.add(now + 100);
        timer.scheduled(now + 100);

        now += 100;
        assertThat(timer.tick()).isEqualTo(1);
        assertThat(dues.waiting).hasSize(1);
    }

    @Test
    void moreThanOneRoundCanCarryIsDoneInSeveral() {
        for (int i = 0; i < 25; i++) {
            dues.waiting.add(now);
        }

        assertThat(timer.tick()).isEqualTo(25);
    }

    @Test
    void whatNobodyAnnouncedIsFoundWithinAMinute() {
        timer.tick();
        dues.waiting.add(now + 1);

        now += 59_999;
        assertThat(timer.tick()).isZero();
        now += 1;
        assertThat(timer.tick()).isEqualTo(1);
    }

    @Test
    void aRoundThatFailsIsTriedAgainAfterOneTwoAndFourSecondsUntilItWorks() {
        dues.waiting.add(now);
        dues.failures = 3;

        for (long pause : new long[] {1_000, 2_000, 4_000}) {
            assertThatThrownBy(timer::tick).hasMessage("no disk");
            now += pause - 1;
            assertThat(timer.tick()).isZero();
            now += 1;
        }

        assertThat(timer.tick()).isEqualTo(1);
    }

    /// Pieces of work in memory, done ten at a time, which can be told to fail.
    private final class Dues implements DueWork {
        private final PriorityQueue<Long> waiting = new PriorityQueue<>();
        private int asked;
        private int failures;

        @Override
        public OptionalLong nextDueMillis() {
            return waiting.stream().mapToLong(Long::longValue).min();
        }

        @Override
        public int doDue() {
            asked++;
            if (failures > 0) {
                failures--;
                throw new IllegalStateException("no disk");
            }
            int done = 0;
            for (Long first = waiting.peek(); done < 10 && first != null && first <= now; first = waiting.peek()) {
                waiting.remove();
                done++;
            }
            return done;
        }
    }
}
