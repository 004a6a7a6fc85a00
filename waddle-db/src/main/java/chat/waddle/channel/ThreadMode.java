package chat.waddle.channel;

import java.util.Locale;

/// Whether messages of a channel stand in threads.
public enum ThreadMode {
    REQUIRED,
    OPTIONAL,
    DISABLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ThreadMode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
