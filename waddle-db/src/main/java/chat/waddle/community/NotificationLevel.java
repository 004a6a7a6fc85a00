package chat.waddle.community;

import java.util.Locale;

/// What a member wants to be told of.
public enum NotificationLevel {
    ALL,
    MENTIONS,
    NONE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
