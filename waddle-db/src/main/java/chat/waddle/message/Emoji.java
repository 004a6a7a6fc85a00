package chat.waddle.message;

/// The rules for what a member may react with: an emoji, or the name of one.
public final class Emoji {
    public static final int LENGTH_LIMIT = 64;

    private Emoji() {}

    /// True for 1 to 64 code points of whole characters, none of them a space or a control character.
    public static boolean isUsable(String text) {
        int length = text.codePointCount(0, text.length());
        return length >= 1 && length <= LENGTH_LIMIT && text.codePoints().noneMatch(Emoji::isUnusable);
    }

    private static boolean isUnusable(int codePoint) {
        boolean half = Character.getType(codePoint) == Character.SURROGATE;
        return half || Character.isISOControl(codePoint) || Character.isWhitespace(codePoint);
    }
}
