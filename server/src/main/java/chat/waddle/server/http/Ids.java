package chat.waddle.server.http;

/// Ids as text: signed 64-bit decimal numbers in their one canonical form (no sign `+`, no leading zeros).
public final class Ids {
    private Ids() {}

    /// Throws `NumberFormatException` on anything that is not the canonical text of a 64-bit number.
    public static long parse(String text) {
        long value = Long.parseLong(text);
        if (!isCanonical(text)) {
            throw new NumberFormatException("not canonical: " + text);
        }
        return value;
    }

    private static boolean isCanonical(String text) {
        int start = text.charAt(0) == '-' ? 1 : 0;
        char first = text.charAt(start);
        if (first == '0') {
            return text.length() == 1;
        }
        return first > '0' && first <= '9';
    }
}
