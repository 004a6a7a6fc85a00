package chat.waddle.channel;

import java.util.Locale;

/// Whom an overwrite is about.
public enum OverwriteSubject {
    ROLE,
    USER;

    /// Its name in the file and on the wire.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OverwriteSubject of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
