package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldChecks;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What e-mail addresses, usernames, passwords and names of accounts may look like.
final class AccountRules {
    static final int DISPLAY_NAME_LENGTH = 100;
    private static final Pattern USERNAME = Pattern.compile("[a-zA-Z0-9_]*");
    /// The guesses that meet the rule of letters and digits and are tried first by everybody.
    private static final Set<String> GUESSED_FIRST = Set.of(
            "password1",
            "password12",
            "password123",
            "passw0rd",
            "passw0rd1",
            "p4ssword",
            "qwerty123",
            "qwerty12",
            "qwertyuiop1",
            "abcd1234",
            "abc12345",
            "abcdefg1",
            "a1b2c3d4",
            "welcome1",
            "welcome123",
            "letmein1",
            "admin123",
            "admin1234",
            "iloveyou1",
            "football1",
            "baseball1",
            "princess1",
            "sunshine1",
            "superman1",
            "changeme1",
            "changeme123",
            "1qaz2wsx",
            "1q2w3e4r",
            "1q2w3e4r5t",
            "q1w2e3r4",
            "zaq12wsx",
            "trustno1",
            "charlie1",
            "michael1",
            "jordan23",
            "summer2024",
            "summer2025",
            "summer2026",
            "winter2025",
            "winter2026");

    private AccountRules() {}

    /// The form in which two spellings of one address or username are equal.
    static String key(String value) {
        return value.toLowerCase(Locale.ROOT);
    }

    static String username(FieldChecks checks, String field, String value) {
        checks.length(field, value, 3, 50);
        if (!USERNAME.matcher(value).matches()) {
            checks.refuse(field, "invalid_username", "May have only the letters a to z, digits and underscores.");
        }
        return value;
    }

    /// Length is counted in characters of the composed form, which is what gets hashed.
    static void password(FieldChecks checks, String field, String value) {
        String password = Normalizer.normalize(value, Normalizer.Form.NFC);
        checks.length(field, password, 8, 100);
        if (password.codePoints().noneMatch(Character::isUpperCase)) {
            checks.refuse(field, "needs_upper_case", "Must have an upper-case letter.");
        }
        if (password.codePoints().noneMatch(Character::isLowerCase)) {
            checks.refuse(field, "needs_lower_case", "Must have a lower-case letter.");
        }
        if (password.codePoints().noneMatch(Character::isDigit)) {
            checks.refuse(field, "needs_digit", "Must have a digit.");
        }
        if (GUESSED_FIRST.contains(key(password))) {
            checks.refuse(field, "too_common", "Is among the passwords that are guessed first.");
        }
    }
}
