package chat.waddle.desk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a room of the support desk stands. Messages are posted in active rooms only.
public enum RoomStatus {
    ACTIVE,
    /// At rest; it can be taken up again.
    ARCHIVED,
    /// Over, for good.
    CLOSED;

    /// Its name in the file and on the wire; never changes.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RoomStatus> ofCode(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code().equals(code))
                .findFirst();
    }

    /// True for another state that it can come to.
    public boolean mayBecome(RoomStatus next) {
        return this != CLOSED && this != next;
    }
}
