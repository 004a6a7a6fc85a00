package chat.waddle.community;

import java.util.Locale;

/// The roles every waddle begins with; they are never deleted.
public enum RolePreset {
    OWNER,
    ADMIN,
    MODERATOR,
    /// The base of every member; granted to nobody, because everybody has it.
    MEMBER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
