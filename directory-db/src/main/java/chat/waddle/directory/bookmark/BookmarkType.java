package chat.waddle.directory.bookmark;

import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.enums.DatabaseValue;

/// What a bookmark points to.
public enum BookmarkType {
    @DatabaseValue("message")
    MESSAGE,
    @DatabaseValue("file")
    FILE;

    /// As it is stored and sent.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BookmarkType> of(String code) {
        for (BookmarkType type : values()) {
            if (type.code().equals(code)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
