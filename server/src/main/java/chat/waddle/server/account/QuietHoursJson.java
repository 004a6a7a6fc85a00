package chat.waddle.server.account;

import chat.waddle.directory.settings.QuietHours;
import chat.waddle.server.http.FieldChecks;
import java.util.Locale;
import java.util.regex.Pattern;

/// Hours of each day without notifications; times of day such as `22:30`, past midnight where `until` is earlier.
record QuietHoursJson(String from, String until, String timeZone) {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    static QuietHoursJson of(QuietHours hours) {
        return new QuietHoursJson(time(hours.fromMinute()), time(hours.untilMinute()), hours.timeZone());
    }

    private static String time(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }

    /// The hours; where a time is none, that stands in the checks.
    QuietHours hours(FieldChecks checks) {
        return new QuietHours(
                minute(checks, "quietHours.from", from), minute(checks, "quietHours.until", until), timeZone);
    }

    private static int minute(FieldChecks checks, String field, String time) {
        boolean readable = TIME.matcher(time).matches();
        checks.that(readable, field, "invalid_time", "Must be a time of day such as 22:30.");
        return readable ? Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3)) : 0;
    }
}
