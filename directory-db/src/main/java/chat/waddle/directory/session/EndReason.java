package chat.waddle.directory.session;

import java.util.Locale;

/// Why a sign-in ended before its time.
public enum EndReason {
    LOGOUT,
    REVOKED,
    /// A refresh token was used a second time: it may be stolen.
    REUSE,
    PASSWORD,
    BANNED,
    SUSPENDED,
    DELETED,
    /// Too many sign-ins of one account; the oldest goes.
    LIMIT;

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
