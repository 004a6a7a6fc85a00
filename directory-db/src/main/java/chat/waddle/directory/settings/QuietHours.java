package chat.waddle.directory.settings;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;

/// Hours of each day without notifications, as the clock on the wall of a time zone shows them.
///
/// An hour that summer time repeats is quiet both times, and one that it skips is not missed.
///
/// @param fromMinute minutes after midnight, included
/// @param untilMinute minutes after midnight, not included; the next day's where it is before `fromMinute`
/// @param timeZone such as Europe/Berlin
public record QuietHours(int fromMinute, int untilMinute, String timeZone) {
    public static final int MINUTES_OF_DAY = 24 * 60;

    public boolean contains(Instant now) {
        int minute = now.atZone(zone()).get(ChronoField.MINUTE_OF_DAY);
        boolean begun = minute >= fromMinute;
        boolean goesOn = minute < untilMinute;
        return fromMinute < untilMinute ? begun && goesOn : begun || goesOn;
    }

    /// A zone that a newer Java does not know any more is taken for UTC.
    private ZoneId zone() {
        try {
            return ZoneId.of(timeZone);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
