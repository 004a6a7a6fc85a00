package chat.waddle.search;

/// Prepares text for the full-text index, the same way when it is stored and when it is searched for.
///
/// The index's tokenizer takes a run of Chinese, Japanese or Thai for one word and drops emoji. So each character of
/// such a run becomes a word of its own (searched for as a phrase), and each emoji a word that spells its code point.
/// Text without them, which is nearly all text, is returned as it is.
public final class SearchText {
    private SearchText() {}

    public static String prepare(String text) {
        int first = firstSpecial(text);
        return first < 0 ? text : split(text, first);
    }

    private static int firstSpecial(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit >= 0x0e00 || unit == 0xa9 || unit == 0xae) {
                return isSpecial(text.codePointAt(i)) ? i : nextSpecial(text, i + 1);
            }
        }
        return -1;
    }

    private static int nextSpecial(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isSpecial(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String split(String text, int from) {
        StringBuilder words = new StringBuilder(text.length() + 32).append(text, 0, from);
        int i = from;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (isEmoji(codePoint)) {
                words.append(" emoji").append(Integer.toHexString(codePoint)).append(' ');
            } else if (isUnspaced(codePoint)) {
                next = endOfMarks(text, next);
                words.append(' ').append(text, i, next).append(' ');
            } else {
                words.appendCodePoint(codePoint);
            }
            i = next;
        }
        return words.toString();
    }

    /// Vowel signs and tone marks stay with the letter they stand on.
    private static int endOfMarks(String text, int from) {
        int end = from;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            int type = Character.getType(codePoint);
            if (type != Character.NON_SPACING_MARK && type != Character.COMBINING_SPACING_MARK) {
                return end;
            }
            end += Character.charCount(codePoint);
        }
        return end;
    }

    static boolean isSpecial(int codePoint) {
        return isUnspaced(codePoint) || isEmoji(codePoint);
    }

    /// Scripts that are written without spaces between words.
    static boolean isUnspaced(int codePoint) {
        if (codePoint < 0x0e00 || !Character.isLetterOrDigit(codePoint)) {
            return false;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, THAI, LAO, KHMER, MYANMAR -> true;
            default -> codePoint == 0x30fc; // the mark that makes a kana long
        };
    }

    private static boolean isEmoji(int codePoint) {
        return codePoint > 0xa8 && Character.isEmoji(codePoint) && !Character.isLetterOrDigit(codePoint);
    }

    /// True for the last character of a text whose last word may go on: letters and digits of scripts with spaces.
    public static boolean mayGoOn(int codePoint) {
        return Character.isLetterOrDigit(codePoint) && !isUnspaced(codePoint);
    }

    /// True when the index's tokenizer finds at least one word in a prepared text.
    static boolean hasWord(String prepared) {
        return prepared.codePoints().anyMatch(SearchText::isWordCharacter);
    }

    static boolean isWordCharacter(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.PRIVATE_USE -> true;
            default -> false;
        };
    }
}
