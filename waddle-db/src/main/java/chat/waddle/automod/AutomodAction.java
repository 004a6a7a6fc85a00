package chat.waddle.automod;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What happens to a message that breaks a rule; later ones are stricter.
public enum AutomodAction {
    /// It stands, and moderators are asked to look at it.
    FLAG,
    /// It is refused.
    BLOCK,
    /// It is refused, and its author may only read for a while.
    TIMEOUT;

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AutomodAction> ofCode(String code) {
        return Arrays.stream(values())
                .filter(value -> value.code().equals(code))
                .findFirst();
    }
}
