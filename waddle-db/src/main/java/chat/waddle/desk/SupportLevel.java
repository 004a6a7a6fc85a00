package chat.waddle.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far up a room has come in the support desk.
public enum SupportLevel {
    T1,
    T2,
    T3,
    MANAGER;

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return this == MANAGER ? name().toLowerCase(Locale.ROOT) : name();
    }

    public static Optional<SupportLevel> ofCode(String code) {
        return Arrays.stream(values())
                .filter(level -> level.code().equals(code))
                .findFirst();
    }

    public boolean isAbove(SupportLevel other) {
        return compareTo(other) > 0;
    }
}
