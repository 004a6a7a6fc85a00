package chat.waddle.automod;

import chat.waddle.search.FoldedWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds any of many words and phrases in a text, in time that grows with the text and not with their number.
/// Immutable; thread-safe.
final class KeywordMatcher {
    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    private final Map<String, List<Phrase>> byBeginning = new HashMap<>();
    private int longestBeginning;

    /// @param prefix true when the last word may go on
    private record Phrase(List<String> words, boolean prefix) {
        boolean stands(List<String> text, int at) {
            if (at + words.size() > text.size()) {
                return false;
            }
            int last = words.size() - 1;
            for (int i = 0; i < last; i++) {
                if (!text.get(at + i).equals(words.get(i))) {
                    return false;
                }
            }
            String end = text.get(at + last);
            return prefix ? end.startsWith(words.get(last)) : end.equals(words.get(last));
        }
    }

    KeywordMatcher(List<String> keywords) {
        for (String keyword : keywords) {
            List<String> words = FoldedWords.of(keyword);
            if (!words.isEmpty()) {
                add(new Phrase(words, keyword.endsWith("*")));
            }
        }
    }

    private void add(Phrase phrase) {
        String first = phrase.words().getFirst();
        boolean begins = phrase.prefix() && phrase.words().size() == 1;
        (begins ? byBeginning : byFirstWord)
                .computeIfAbsent(first, word -> new ArrayList<>())
                .add(phrase);
        if (begins) {
            longestBeginning = Math.max(longestBeginning, first.length());
        }
    }

    /// @param text the folded words of a message
    boolean matches(List<String> text) {
        for (int at = 0; at < text.size(); at++) {
            String word = text.get(at);
            for (Phrase phrase : byFirstWord.getOrDefault(word, List.of())) {
                if (phrase.stands(text, at)) {
                    return true;
                }
            }
            for (int length = 1; length <= Math.min(word.length(), longestBeginning); length++) {
                if (byBeginning.containsKey(word.substring(0, length))) {
                    return true;
                }
            }
        }
        return false;
    }
}
