package chat.waddle.server.irc;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Turns the clock times of a log, which carry no date, into instants that never run backwards. For one pass by one
/// thread.
///
/// A clock that falls back by an hour or more has turned: by a day, or by half a day as long as the log has shown no
/// hour past 12, for older logs use a
/// twelve-hour clock without saying which half. A smaller step back is a corrected clock: it keeps the last time until
/// the clock catches up.
final class LogClock {
    private static final Duration HALF_DAY = Duration.ofHours(12);
    private static final int FIRST_MINUTE_OF_24_HOUR_CLOCK = 13 * 60;
    private static final int SMALLEST_TURN_MINUTES = 60;

    private Instant start;
    private Instant last;
    private int lastMinute;
    private boolean twentyFourHours;
    private int turns;

    LogClock(LocalDate date) {
        start = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        last = start;
    }

    Instant at(int minute) {
        twentyFourHours |= minute >= FIRST_MINUTE_OF_24_HOUR_CLOCK;
        if (minute <= lastMinute - SMALLEST_TURN_MINUTES) {
            start = start.plus(twentyFourHours ? HALF_DAY.multipliedBy(2) : HALF_DAY);
            turns++;
            lastMinute = minute;
        }
        lastMinute = Math.max(lastMinute, minute);
        Instant time = start.plus(Duration.ofMinutes(minute));
        if (time.isAfter(last)) {
            last = time;
        }
        return last;
    }

    int turns() {
        return turns;
    }
}
