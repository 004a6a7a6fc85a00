package chat.waddle.community;

import java.util.Locale;

/// How a user stands to the waddle.
public enum MemberState {
    ACTIVE,
    LEFT,
    /// Was kicked, or is out because a ban was taken back.
    REMOVED,
    BANNED,
    /// Known only by imported messages.
    IMPORTED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
