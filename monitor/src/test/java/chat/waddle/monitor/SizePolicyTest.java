package chat.waddle.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The ladder of sizes, up and down.
class SizePolicyTest {
    private static final long LIMIT = 10_000;
    private final SizePolicy policy = new SizePolicy(LIMIT, 100);

    @Test
    void eachMarkIsReachedExactlyAtItsPercent() {
        assertThat(policy.judge(6_999, Step.fine())).isEqualTo(new Step.Fine());
        assertThat(policy.judge(7_000, Step.fine())).isEqualTo(new Step.Notice());
        assertThat(policy.judge(7_999, Step.fine())).isEqualTo(new Step.Notice());
        assertThat(policy.judge(8_000, Step.fine())).isEqualTo(new Step.ArchiveOldMonths());
        assertThat(policy.judge(9_000, Step.fine())).isEqualTo(new Step.ArchiveUntilUnder(70));
        assertThat(policy.judge(9_500, Step.fine())).isEqualTo(new Step.Alarm(70));
        assertThat(policy.judge(9_899, Step.fine())).isEqualTo(new Step.Alarm(70));
        assertThat(policy.judge(9_900, Step.fine())).isEqualTo(new Step.Full(70));
    }

    @Test
    void aSizeThatSwingsAroundAMarkDoesNotSwingTheVerdict() {
        Step step = Step.fine();
        for (long used : List.of(7_000L, 6_990L, 7_010L, 6_801L, 7_050L)) {
            step = policy.judge(used, step);
            assertThat(step).isEqualTo(new Step.Notice());
        }
        assertThat(policy.judge(6_799, step)).isEqualTo(new Step.Fine());
    }

    @Test
    void fromNinetyPercentOnTheShardHasToComeUnderSeventy() {
        Step step = policy.judge(9_100, Step.fine());
        for (long used : List.of(8_500L, 7_500L, 7_000L)) {
            step = policy.judge(used, step);
            assertThat(step).as("at %d", used).isEqualTo(new Step.ArchiveUntilUnder(70));
        }
        assertThat(policy.judge(6_999, step)).isEqualTo(new Step.Fine());
    }

    @Test
    void alarmAndFullFallBackOneByOneAndNotBelowTheArchivingStep() {
        Step full = policy.judge(9_950, Step.fine());
        assertThat(policy.judge(9_701, full)).isEqualTo(new Step.Full(70));
        Step alarm = policy.judge(9_600, full);
        assertThat(alarm).isEqualTo(new Step.Alarm(70));
        assertThat(policy.judge(9_301, alarm)).isEqualTo(new Step.Alarm(70));
        assertThat(policy.judge(8_000, alarm)).isEqualTo(new Step.ArchiveUntilUnder(70));
    }

    @Test
    void theLadderNeverSkipsAMarkOnTheWayUp() {
        Step step = Step.fine();
        int rank = 0;
        for (long used = 0; used <= LIMIT; used += 10) {
            step = policy.judge(used, step);
            assertThat(step.rank()).isBetween(rank, rank + 1);
            rank = step.rank();
        }
        assertThat(step).isInstanceOf(Step.Full.class);
    }

    @Test
    void tenGigabytesDoNotOverflow() {
        SizePolicy large = new SizePolicy(Long.MAX_VALUE / 100, 1);
        assertThat(large.judge(large.limitBytes() / 2, Step.fine())).isEqualTo(new Step.Fine());
        assertThat(large.judge(large.limitBytes(), Step.fine())).isInstanceOf(Step.Full.class);
    }

    @Test
    void aReserveAsLargeAsTheLimitIsRefused() {
        assertThatThrownBy(() -> new SizePolicy(100, 100)).isInstanceOf(IllegalArgumentException.class);
    }
}
