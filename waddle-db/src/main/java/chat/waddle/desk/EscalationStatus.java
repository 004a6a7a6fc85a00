package chat.waddle.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far an escalation has come.
public enum EscalationStatus {
    /// It waits for somebody to whom it is given.
    CREATED,
    ASSIGNED,
    /// Somebody works on it.
    IN_PROGRESS,
    /// The room is one level higher, or more.
    RESOLVED,
    /// The room stays at its level.
    CANCELLED;

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EscalationStatus> ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    /// True for what it can come to from here: one step after the other, and cancelled as long as it is open.
    public boolean mayBecome(EscalationStatus next) {
        return switch (this) {
            case CREATED -> next == ASSIGNED || next == CANCELLED;
            case ASSIGNED -> next == IN_PROGRESS || next == CANCELLED;
            case IN_PROGRESS -> next == RESOLVED || next == CANCELLED;
            case RESOLVED, CANCELLED -> false;
        };
    }

    public boolean isOpen() {
        return this != RESOLVED && this != CANCELLED;
    }
}
