package chat.waddle.channel;

import java.util.Locale;

/// What a channel is for.
public enum ChannelType {
    TEXT,
    VOICE,
    ANNOUNCEMENT,
    THREAD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChannelType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
