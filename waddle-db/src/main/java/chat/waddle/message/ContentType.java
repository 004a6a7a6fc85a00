package chat.waddle.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a message carries. The number is stored and never changes its meaning.
public enum ContentType {
    TEXT(0),
    IMAGE(1),
    FILE(2),
    SYSTEM(3),
    ROBOT(4),
    GRAPH(5);

    private static final ContentType[] VALUES = values();

    private final int number;

    ContentType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ContentType of(int number) {
        return VALUES[number];
    }

    /// Finds a type by its name; `chat` is an older name of `text`.
    public static Optional<ContentType> ofCode(String code) {
        String known = code.equals("chat") ? "text" : code;
        return Arrays.stream(VALUES).filter(type -> type.code().equals(known)).findFirst();
    }
}
