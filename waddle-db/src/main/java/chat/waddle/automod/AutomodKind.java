package chat.waddle.automod;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a rule looks for.
public enum AutomodKind {
    /// Words and phrases, compared as the search does.
    KEYWORDS,
    /// Regular expressions (RE2).
    REGEX,
    /// Too many mentions in one message.
    MENTIONS;

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AutomodKind> ofCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
