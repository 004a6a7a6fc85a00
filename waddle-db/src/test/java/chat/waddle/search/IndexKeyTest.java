package chat.waddle.search;

import static org.assertj.core.api.Assertions.assertThat;

import chat.waddle.ids.IdClock;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexKeyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"1970-01-01T00:00:00Z", "2004-10-05T12:00:00Z", "2026-11-20T09:00:00Z", "2250-01-01T00:00:00Z"})
    void keysAreOrderedAsIdsAreAndGiveThemBack(String time) {
        long id = IdClock.firstAt(Instant.parse(time));

        for (int channel : new int[] {1, 7, 4095, 4096, 70_000}) {
            assertThat(IndexKey.messageId(IndexKey.of(channel, id))).isEqualTo(id);
            assertThat(IndexKey.of(channel, id)).isGreaterThanOrEqualTo(IndexKey.firstOf(id));
            assertThat(IndexKey.of(channel, id)).isLessThan(IndexKey.firstOf(id + 1));
        }
    }

    @Test
    void timesNoClockReachesAreTheEndsOfTime() {
        assertThat(IndexKey.firstOf(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(IndexKey.firstOf(IdClock.firstAt(Instant.parse("9999-12-31T00:00:00Z"))))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(IndexKey.firstOf(Long.MIN_VALUE)).isLessThan(IndexKey.of(1, IdClock.firstAt(Instant.EPOCH)));
    }
}
