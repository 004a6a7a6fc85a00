package chat.waddle.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Finds the searched words in a text again, to show them. Immutable; thread-safe.
///
/// It compares without case and accents like the index does; where the two differ in an odd corner a hit is shown
/// without a highlight, never left out.
public final class Highlighter {
    private static final int SNIPPET_LENGTH = 160;
    private static final int BEFORE = 40;
    private static final int LIMIT = 20;

    private final List<Wanted> wanted = new ArrayList<>();

    /// @param folded without case and accents
    private record Wanted(String folded, boolean prefix) {}

    public Highlighter(SearchQuery query) {
        for (Term term : query.terms()) {
            if (!term.negated() && term.hasWord()) {
                wanted.add(new Wanted(fold(trimmed(term.text())), term.prefix()));
            }
        }
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to
                && !Character.isLetterOrDigit(text.charAt(from))
                && !Character.isSurrogate(text.charAt(from))) {
            from++;
        }
        while (to > from
                && !Character.isLetterOrDigit(text.charAt(to - 1))
                && !Character.isSurrogate(text.charAt(to - 1))) {
            to--;
        }
        return from < to ? text.substring(from, to) : text;
    }

    public Snippet snippet(String text) {
        String folded = fold(text);
        if (folded.length() != text.length()) {
            return new Snippet(cut(text, 0, Math.min(text.length(), SNIPPET_LENGTH)), List.of());
        }
        List<int[]> places = places(folded);
        if (text.length() <= SNIPPET_LENGTH) {
            return new Snippet(text, places);
        }
        int first = places.isEmpty() ? 0 : places.getFirst()[0];
        int from = Math.clamp(first - (long) BEFORE, 0, text.length() - SNIPPET_LENGTH);
        String piece = cut(text, from, from + SNIPPET_LENGTH);
        int start = text.indexOf(piece, Math.max(0, from - 1));
        List<int[]> shifted = new ArrayList<>();
        for (int[] place : places) {
            if (place[0] >= start && place[1] <= start + piece.length()) {
                shifted.add(new int[] {place[0] - start, place[1] - start});
            }
        }
        return new Snippet(piece, shifted);
    }

    /// Never cuts a pair of surrogates in two.
    private static String cut(String text, int from, int to) {
        int start = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
        int end = to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
        return text.substring(start, end);
    }

    private List<int[]> places(String folded) {
        List<int[]> places = new ArrayList<>();
        for (Wanted word : wanted) {
            int at = folded.indexOf(word.folded());
            while (at >= 0 && places.size() < LIMIT) {
                int end = at + word.folded().length();
                if (startsWord(folded, at) && (word.prefix() || endsWord(folded, end))) {
                    places.add(new int[] {at, end});
                }
                at = folded.indexOf(word.folded(), Math.max(end, at + 1));
            }
        }
        places.sort((one, other) -> Integer.compare(one[0], other[0]));
        return places;
    }

    private static boolean startsWord(String text, int at) {
        return at == 0 || boundary(text.codePointBefore(at), text.codePointAt(at));
    }

    private static boolean endsWord(String text, int at) {
        return at >= text.length() || boundary(text.codePointBefore(at), text.codePointAt(at));
    }

    private static boolean boundary(int before, int after) {
        boolean oneWord = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
        return !oneWord || SearchText.isSpecial(before) || SearchText.isSpecial(after);
    }

    /// Without case and accents; the same length as the text, or the text cannot be highlighted.
    private static String fold(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return isAscii(lower) ? lower : withoutMarks(lower);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7f) {
                return false;
            }
        }
        return true;
    }

    private static String withoutMarks(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            folded.append(unit < 0xc0 || unit > 0x24f ? unit : base(unit));
        }
        return folded.toString();
    }

    private static char base(char letter) {
        return Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD).charAt(0);
    }
}
