package chat.waddle.robot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a question to a robot has come.
public enum InteractionStatus {
    /// It waits for somebody to take it.
    PENDING,
    /// Somebody works on it, as long as the lease holds.
    PROCESSING,
    /// It is answered.
    COMPLETED,
    /// There will be no answer.
    FAILED;

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<InteractionStatus> ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    /// True for what it can come to from here. What is being worked on can wait again, when its lease ends, and go on.
    public boolean mayBecome(InteractionStatus next) {
        return switch (this) {
            case PENDING -> next == PROCESSING || next == FAILED;
            case PROCESSING -> true;
            case COMPLETED, FAILED -> false;
        };
    }
}
