package chat.waddle.message;

/// The rules for what a member may write.
public final class MessageText {
    public static final int LENGTH_LIMIT = 4000;

    private MessageText() {}

    /// What is wrong with a text.
    public enum Fault {
        EMPTY,
        TOO_LONG,
        /// NUL, or half of a surrogate pair: no text that every client and SQLite can carry.
        UNUSABLE_CHARACTERS
    }

    /// @return null when the text may be posted; length is counted in UTF-16 units
    public static @org.jspecify.annotations.Nullable Fault faultOf(String text) {
        if (text.length() > LENGTH_LIMIT) {
            return Fault.TOO_LONG;
        }
        if (text.isBlank()) {
            return Fault.EMPTY;
        }
        return usable(text) ? null : Fault.UNUSABLE_CHARACTERS;
    }

    /// True without NUL and halves of surrogate pairs.
    public static boolean usable(String text) {
        int i = 0;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i); // half of a pair comes as itself
            boolean half = Character.charCount(codePoint) == 1 && Character.isSurrogate((char) codePoint);
            if (codePoint == 0 || half) {
                return false;
            }
            i += Character.charCount(codePoint);
        }
        return true;
    }

    static boolean hasLink(String text) {
        return text.contains("http://") || text.contains("https://");
    }
}
