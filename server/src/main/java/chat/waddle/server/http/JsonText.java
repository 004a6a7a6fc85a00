package chat.waddle.server.http;

import chat.waddle.message.ByteSink;
import java.nio.charset.StandardCharsets;

/// Writes JSON strings and times into bytes without making objects of them.
public final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final long DAY_MILLIS = 86_400_000L;

    private JsonText() {}

    /// A string in quotes; the text is UTF-8. Copies runs that need no escape at once.
    public static void write(byte[] text, ByteSink target) {
        target.put((byte) '"');
        int copied = 0;
        for (int i = 0; i < text.length; i++) {
            byte unit = text[i];
            if (unit >= 0x20 ? unit != '"' && unit != '\\' : unit < 0) {
                continue;
            }
            target.put(text, copied, i - copied);
            escape(unit, target);
            copied = i + 1;
        }
        target.put(text, copied, text.length - copied).put((byte) '"');
    }

    public static void write(String text, ByteSink target) {
        write(text.getBytes(StandardCharsets.UTF_8), target);
    }

    private static void escape(byte unit, ByteSink target) {
        target.put((byte) '\\');
        switch (unit) {
            case '"', '\\' -> target.put(unit);
            case '\n' -> target.put((byte) 'n');
            case '\r' -> target.put((byte) 'r');
            case '\t' -> target.put((byte) 't');
            default -> target.ascii("u00").put(HEX[unit >> 4]).put(HEX[unit & 15]);
        }
    }

    /// A time as ISO-8601 in UTC with three digits of milliseconds, without quotes.
    public static void time(long epochMillis, ByteSink target) {
        long days = Math.floorDiv(epochMillis, DAY_MILLIS);
        int millis = (int) Math.floorMod(epochMillis, DAY_MILLIS);
        date(days, target);
        target.put((byte) 'T').padded(millis / 3_600_000, 2).put((byte) ':');
        target.padded(millis / 60_000 % 60, 2).put((byte) ':').padded(millis / 1000 % 60, 2);
        target.put((byte) '.').padded(millis % 1000, 3).put((byte) 'Z');
    }

    /// Years are counted from March, so that the leap day is a year's last (Fliegel and Van Flandern's arithmetic).
    private static void date(long epochDays, ByteSink target) {
        long shifted = epochDays + 719_468;
        long era = Math.floorDiv(shifted, 146_097L);
        int dayOfEra = (int) Math.floorMod(shifted, 146_097L);
        int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        int monthFromMarch = (5 * dayOfYear + 2) / 153;
        int day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        int year = Math.toIntExact(yearOfEra + era * 400 + (month <= 2 ? 1 : 0));
        target.padded(year, 4).put((byte) '-').padded(month, 2).put((byte) '-').padded(day, 2);
    }
}
