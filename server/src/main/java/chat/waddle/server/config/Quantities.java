package chat.waddle.server.config;

import chat.waddle.server.http.RateRule;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads numbers with units as people write them; every refusal says what would have been right.
public final class Quantities {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,18})\\s*([A-Za-z]*)");

    private Quantities() {}

    /// `500ms`, `10s`, `5m`, `1h` or `2d`.
    public static Duration duration(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip());
        if (matcher.matches()) {
            long number = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                case "h" -> Duration.ofHours(number);
                case "d" -> Duration.ofDays(number);
                default -> throw notADuration(text);
            };
        }
        throw notADuration(text);
    }

    /// A plain number of bytes, or one with KB, MB, GB (powers of 1000) or KiB, MiB, GiB (powers of 1024).
    public static long bytes(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text.strip().replace("_", ""));
        if (!matcher.matches()) {
            throw notBytes(text);
        }
        long factor = switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
            case "", "b" -> 1L;
            case "kb" -> 1_000L;
            case "mb" -> 1_000_000L;
            case "gb" -> 1_000_000_000L;
            case "kib" -> 1L << 10;
            case "mib" -> 1L << 20;
            case "gib" -> 1L << 30;
            default -> throw notBytes(text);
        };
        try {
            return Math.multiplyExact(Long.parseLong(matcher.group(1)), factor);
        } catch (ArithmeticException _) {
            throw notBytes(text);
        }
    }

    /// `100/10s`: so many in that time.
    public static RateRule rate(String text) {
        int slash = text.indexOf('/');
        try {
            if (slash > 0) {
                return new RateRule(
                        Long.parseLong(text.substring(0, slash).strip()), duration(text.substring(slash + 1)));
            }
        } catch (NumberFormatException _) {
            throw notARate(text);
        }
        throw notARate(text);
    }

    private static IllegalArgumentException notADuration(String text) {
        return new IllegalArgumentException("'" + text + "' is not a duration; write it like 500ms, 10s, 5m, 1h or 2d");
    }

    private static IllegalArgumentException notBytes(String text) {
        return new IllegalArgumentException("'" + text + "' is not a size; write it in bytes, or like 500MB or 2GiB");
    }

    private static IllegalArgumentException notARate(String text) {
        return new IllegalArgumentException("'" + text + "' is not a rate; write it like 100/10s");
    }
}
