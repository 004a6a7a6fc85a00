package chat.waddle.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The words of a text as the index has them: without case and accents, each Chinese or Japanese character and each
/// emoji a word of its own.
public final class FoldedWords {
    private FoldedWords() {}

    public static List<String> of(String text) {
        String folded = fold(SearchText.prepare(text));
        List<String> words = new ArrayList<>();
        int begin = -1;
        int i = 0;
        while (i < folded.length()) {
            int codePoint = folded.codePointAt(i);
            boolean inWord = isPartOfWord(codePoint);
            if (inWord && begin < 0) {
                begin = i;
            } else if (!inWord && begin >= 0) {
                words.add(folded.substring(begin, i));
                begin = -1;
            }
            i += Character.charCount(codePoint);
        }
        if (begin >= 0) {
            words.add(folded.substring(begin));
        }
        return words;
    }

    private static boolean isPartOfWord(int codePoint) {
        int type = Character.getType(codePoint);
        return SearchText.isWordCharacter(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String fold(String text) {
        boolean ascii = text.chars().allMatch(unit -> unit < 0x80);
        return ascii ? text.toLowerCase(Locale.ROOT) : withoutAccents(text).toLowerCase(Locale.ROOT);
    }

    private static String withoutAccents(String text) {
        String apart = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder bare = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char unit = apart.charAt(i);
            if (unit < 0x300 || unit > 0x36f) {
                bare.append(unit);
            }
        }
        return Normalizer.normalize(bare, Normalizer.Form.NFC);
    }
}
