package chat.waddle.participant;

import java.util.Locale;

/// How somebody stands to a room.
public enum ParticipantStatus {
    ACTIVE,
    /// Reads only, for now.
    MUTED,
    /// Was put out.
    REMOVED,
    LEFT;

    /// True for who takes part now.
    public boolean isPresent() {
        return this == ACTIVE || this == MUTED;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ParticipantStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
