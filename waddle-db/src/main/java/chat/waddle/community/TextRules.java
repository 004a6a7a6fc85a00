package chat.waddle.community;

import org.jspecify.annotations.Nullable;

/// The rules for names, titles and notes; lengths are counted in characters as SQLite counts them.
public final class TextRules {
    private TextRules() {}

    /// What is wrong with a text of one line that must not be empty, or null.
    public static @Nullable InvalidField line(String field, String text, int lengthLimit) {
        if (text.codePoints().noneMatch(TextRules::visible)) {
            return new InvalidField(field, "empty", "It must not be empty.");
        }
        if (!text.equals(text.strip())) {
            return new InvalidField(field, "surrounding_space", "It must not begin or end with a space.");
        }
        return checked(field, text, lengthLimit, false);
    }

    /// What is wrong with a text of any number of lines, or null; no text at all is fine.
    public static @Nullable InvalidField prose(String field, @Nullable String text, int lengthLimit) {
        return text == null ? null : checked(field, text, lengthLimit, true);
    }

    private static boolean visible(int character) {
        return !Character.isWhitespace(character)
                && !Character.isSpaceChar(character)
                && Character.getType(character) != Character.FORMAT;
    }

    private static @Nullable InvalidField checked(String field, String text, int lengthLimit, boolean lines) {
        if (text.codePointCount(0, text.length()) > lengthLimit) {
            return new InvalidField(field, "too_long", "It must have at most " + lengthLimit + " characters.");
        }
        boolean usable = text.codePoints().allMatch(character -> usable(character, lines));
        return usable
                ? null
                : new InvalidField(field, "unusable_characters", "It has characters that cannot be shown.");
    }

    /// Marks that reverse the direction of what follows are refused: they let a name pass for another.
    private static boolean usable(int character, boolean lines) {
        if (character == '\n' || character == '\t') {
            return lines;
        }
        boolean direction =
                (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> !direction;
        };
    }
}
