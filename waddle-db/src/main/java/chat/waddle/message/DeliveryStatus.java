package chat.waddle.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a message has come. The number is stored and never changes its meaning.
public enum DeliveryStatus {
    /// A robot is still writing it.
    STREAMING(0),
    /// A robot is still writing it and shows it in larger pieces.
    BATCH_DELAY(1),
    DELIVERED(2),
    /// What a robot had written when it stopped.
    FAILED(3);

    private static final DeliveryStatus[] VALUES = values();

    private final int number;

    DeliveryStatus(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static DeliveryStatus of(int number) {
        return VALUES[number];
    }

    public static Optional<DeliveryStatus> ofCode(String code) {
        return Arrays.stream(VALUES)
                .filter(status -> status.code().equals(code))
                .findFirst();
    }
}
