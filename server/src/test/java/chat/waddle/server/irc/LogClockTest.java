package chat.waddle.server.irc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LogClockTest {
    private final LogClock clock = new LogClock(LocalDate.of(2010, 2, 28));

    @Test
    void aMinuteIsThatOfTheLogsDay() {
        assertThat(at("00:07")).isEqualTo(Instant.parse("2010-02-28T00:07:00Z"));
        assertThat(at("00:07")).isEqualTo(Instant.parse("2010-02-28T00:07:00Z"));
        assertThat(clock.turns()).isZero();
    }

    @Test
    void aTwentyFourHourClockTurnsAtMidnight() {
        at("22:10");
        assertThat(at("00:07")).isEqualTo(Instant.parse("2010-03-01T00:07:00Z"));
        assertThat(at("22:11")).isEqualTo(Instant.parse("2010-03-01T22:11:00Z"));
        assertThat(at("01:00")).isEqualTo(Instant.parse("2010-03-02T01:00:00Z"));
        assertThat(clock.turns()).isEqualTo(2);
    }

    @Test
    void aTwelveHourClockTurnsByHalfADay() {
        at("11:58");
        assertThat(at("00:03")).isEqualTo(Instant.parse("2010-02-28T12:03:00Z"));
        assertThat(at("11:59")).isEqualTo(Instant.parse("2010-02-28T23:59:00Z"));
        assertThat(at("00:00")).isEqualTo(Instant.parse("2010-03-01T00:00:00Z"));
    }

    @Test
    void aTwelveHourClockMayCountTheTwelfthHourToTheHourBefore() {
        at("12:57");
        assertThat(at("01:03")).isEqualTo(Instant.parse("2010-02-28T13:03:00Z"));
    }

    @Test
    void aCorrectedClockKeepsTheLastTimeUntilItCatchesUp() {
        at("09:10");
        assertThat(at("09:08")).isEqualTo(Instant.parse("2010-02-28T09:10:00Z"));
        assertThat(at("09:11")).isEqualTo(Instant.parse("2010-02-28T09:11:00Z"));
        assertThat(clock.turns()).isZero();
    }

    private Instant at(String time) {
        return clock.at(Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3)));
    }
}
