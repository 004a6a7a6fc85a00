package chat.waddle.automod;

import chat.waddle.community.InvalidField;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds any of some regular expressions in a text. Immutable; thread-safe.
///
/// They are RE2's, which never go back in the text: time is at most the length of the text times the steps of the
/// expressions, and both are bounded. A count in braces repeats the steps of what it counts, so the counts of one
/// expression, multiplied, are bounded before it is compiled.
final class RegexMatcher {
    /// In UTF-16 units.
    static final int PATTERN_LIMIT = 200;

    static final int PATTERNS_LIMIT = 20;

    /// Of all expressions of a waddle: a message of the greatest length takes some hundredths of a second at worst.
    static final int STEPS_LIMIT = 500;

    private static final int COUNTS_LIMIT = 100;
    private static final Pattern COUNT = Pattern.compile("\\{([0-9]+)?(?:,([0-9]+)?)?\\}");
    private static final int DIGITS = 4;
    private static final String FIELD = "words";

    private final List<Pattern> patterns;

    /// @param patterns without [#fault(List)]
    RegexMatcher(List<String> patterns) {
        this.patterns = patterns.stream().map(Pattern::compile).toList();
    }

    boolean matches(String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    int steps() {
        return patterns.stream().mapToInt(Pattern::programSize).sum();
    }

    /// What is wrong with expressions, or null.
    static @Nullable InvalidField fault(List<String> patterns) {
        if (patterns.isEmpty() || patterns.size() > PATTERNS_LIMIT) {
            return new InvalidField(
                    FIELD, "out_of_range", "Between 1 and " + PATTERNS_LIMIT + " expressions are allowed.");
        }
        for (String pattern : patterns) {
            InvalidField fault = fault(pattern);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable InvalidField fault(String pattern) {
        if (pattern.isBlank() || pattern.length() > PATTERN_LIMIT) {
            return new InvalidField(FIELD, "out_of_range", "An expression has 1 to " + PATTERN_LIMIT + " characters.");
        }
        if (counts(pattern) > COUNTS_LIMIT) {
            return new InvalidField(
                    FIELD, "too_complex", "The counts in braces, multiplied, are at most " + COUNTS_LIMIT + ".");
        }
        try {
            return Pattern.compile(pattern).matcher("").find()
                    ? new InvalidField(FIELD, "matches_all", "An expression must not match the empty text.")
                    : null;
        } catch (PatternSyntaxException e) {
            return new InvalidField(FIELD, "invalid_expression", "Not an expression: " + e.getDescription() + ".");
        }
    }

    /// All counts of an expression multiplied; one that is too great makes the product too great.
    private static long counts(String pattern) {
        long product = 1;
        Matcher count = COUNT.matcher(pattern);
        while (count.find() && product <= COUNTS_LIMIT) {
            product *= Math.max(1, Math.max(number(count.group(1)), number(count.group(2))));
        }
        return product;
    }

    private static int number(@Nullable String digits) {
        if (digits == null) {
            return 0;
        }
        return digits.length() > DIGITS ? COUNTS_LIMIT + 1 : Integer.parseInt(digits);
    }
}
