package chat.waddle.channel;

import java.util.Locale;

/// What a channel is for.
public enum ChannelType {
    TEXT,
    VOICE,
    ANNOUNCEMENT,
    THREAD,
    /// A conversation of two people.
    DIRECT,
    /// A conversation of several people.
    GROUP,
    /// A room of the support desk.
    SUPPORT,
    /// A room of the support desk to which another was escalated.
    ESCALATED;

    /// True where the participants decide who may do what; see [chat.waddle.participant.Room].
    public boolean isRoom() {
        return this == DIRECT || this == GROUP || this == SUPPORT || this == ESCALATED;
    }

    /// True for what one may make a channel of a waddle.
    public boolean isOrdinary() {
        return this == TEXT || this == VOICE || this == ANNOUNCEMENT;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChannelType of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
