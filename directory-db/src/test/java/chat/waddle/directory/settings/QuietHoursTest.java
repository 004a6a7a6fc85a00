package chat.waddle.directory.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuietHoursTest {
    private static final String BERLIN = "Europe/Berlin";

    private static QuietHours hours(String from, String until, String zone) {
        return new QuietHours(minute(from), minute(until), zone);
    }

    private static int minute(String time) {
        return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T08:59:59, false",
        "2026-11-20T09:00:00, true",
        "2026-11-20T16:59:59, true",
        "2026-11-20T17:00:00, false"
    })
    void hoursOfOneDayBeginAtTheirFirstMinuteAndEndBeforeTheirLast(LocalDateTime local, boolean quiet) {
        Instant now = local.atZone(ZoneId.of(BERLIN)).toInstant();

        assertThat(hours("09:00", "17:00", BERLIN).contains(now)).isEqualTo(quiet);
        assertThat(hours("17:00", "09:00", BERLIN).contains(now)).isEqualTo(!quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T21:59:59, false",
        "2026-11-20T22:00:00, true",
        "2026-11-20T23:59:59, true",
        "2026-11-21T00:00:00, true",
        "2026-11-21T06:59:59, true",
        "2026-11-21T07:00:00, false"
    })
    void hoursMayGoPastMidnight(LocalDateTime local, boolean quiet) {
        Instant now = local.atZone(ZoneId.of(BERLIN)).toInstant();

        assertThat(hours("22:00", "07:00", BERLIN).contains(now)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, true", // 23:30
        "America/New_York, false", // 17:30
        "Asia/Kolkata, true", // 04:00, half an hour apart
        "Asia/Kathmandu, true", // 04:15
        "Pacific/Kiritimati, false", // 12:30 of the next day
        "UTC, true" // 22:30
    })
    void theSameMomentIsQuietInOneZoneAndNotInAnother(String zone, boolean quiet) {
        Instant now = Instant.parse("2026-11-20T22:30:00Z");

        assertThat(hours("22:00", "07:00", zone).contains(now)).isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T00:29:59Z, false", // 01:29:59 in winter time
        "2026-03-29T00:30:00Z, true", // 01:30
        "2026-03-29T00:59:59Z, true", // 01:59:59, and the next second is 03:00
        "2026-03-29T01:00:00Z, true", // 03:00 in summer time
        "2026-03-29T01:29:59Z, true",
        "2026-03-29T01:30:00Z, false" // 03:30: an hour on the clock, two on the wall
    })
    void theHourThatSpringSkipsIsNotMissed(Instant now, boolean quiet) {
        assertThat(hours("01:30", "03:30", BERLIN).contains(now)).isEqualTo(quiet);
    }

    @Test
    void hoursWithinTheSkippedOneDoNotComeThatDay() {
        QuietHours skipped = hours("02:15", "02:45", BERLIN);

        for (int minute = 0; minute < 24 * 60; minute++) {
            Instant now = Instant.parse("2026-03-28T23:00:00Z").plusSeconds(60L * minute);
            assertThat(skipped.contains(now)).as(now.toString()).isFalse();
        }
        assertThat(skipped.contains(Instant.parse("2026-03-30T00:15:00Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:14:59Z, false",
        "2026-10-25T00:15:00Z, true", // 02:15 in summer time
        "2026-10-25T00:45:00Z, false", // 02:45
        "2026-10-25T01:15:00Z, true", // 02:15 again, in winter time
        "2026-10-25T01:44:59Z, true",
        "2026-10-25T01:45:00Z, false"
    })
    void theHourThatAutumnRepeatsIsQuietBothTimes(Instant now, boolean quiet) {
        assertThat(hours("02:15", "02:45", BERLIN).contains(now)).isEqualTo(quiet);
    }

    @Test
    void aZoneNobodyKnowsCountsAsUtc() {
        assertThat(hours("22:00", "23:00", "Nowhere/Gone").contains(Instant.parse("2026-11-20T22:30:00Z")))
                .isTrue();
    }
}
