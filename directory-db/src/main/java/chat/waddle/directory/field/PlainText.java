package chat.waddle.directory.field;

import java.text.Normalizer;

/// What may stand in a text that people read as a name, and what only pretends to be another name or nothing at all.
final class PlainText {
    private static final int MARKS_IN_A_ROW = 4;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_STYLE = 0xFE0F;

    private PlainText() {}

    /// Composed (NFC), without space around it.
    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /// True for one line of visible text: no controls, no invisible or direction-turning characters, no towers of
    /// accents.
    static boolean isName(String text) {
        boolean visible = false;
        int marks = 0;
        int before = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(before)) {
            int character = text.codePointAt(i);
            boolean joins = character == ZERO_WIDTH_JOINER || character == EMOJI_STYLE;
            if (joins ? !(Character.isEmoji(before) || before == EMOJI_STYLE) : !mayStandInName(character)) {
                return false;
            }
            marks = !joins && Character.getType(character) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (marks > MARKS_IN_A_ROW) {
                return false;
            }
            visible |= !joins && marks == 0 && !Character.isWhitespace(character);
            before = character;
        }
        return visible;
    }

    private static boolean mayStandInName(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !looksEmpty(character);
        };
    }

    /// Letters that are drawn as nothing: Hangul fillers, the empty Braille pattern.
    private static boolean looksEmpty(int character) {
        return character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x2800;
    }

    /// True for a text of several lines: no controls but line feed and tab, no half characters.
    static boolean isProse(String text) {
        return text.codePoints().allMatch(character -> switch (Character.getType(character)) {
            case Character.CONTROL -> character == '\n' || character == '\t';
            case Character.SURROGATE -> false;
            default -> true;
        });
    }
}
