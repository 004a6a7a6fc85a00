package chat.waddle.search;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A search as it was asked: what the text must say, and what else must hold. Any text is a legal one.
///
/// @param from names or ids of authors; any of them
/// @param in names or ids of channels; any of them
/// @param thread an id, or null
/// @param has kinds of things a message must have, all of them
/// @param beforeMillis messages posted before this time, or null
/// @param afterMillis messages posted at or after this time, or null
/// @param mentions names or ids of members that must be mentioned
public record SearchQuery(
        List<Term> terms,
        List<String> from,
        List<String> in,
        @Nullable String thread,
        List<Has> has,
        boolean pinned,
        @Nullable Long beforeMillis,
        @Nullable Long afterMillis,
        List<String> mentions) {

    /// Things a message can have.
    public enum Has {
        LINK,
        IMAGE,
        FILE,
        REACTION
    }

    /// What the index is asked, or null when nothing is asked of the text.
    @Nullable
    String match() {
        List<Term> wanted =
                terms.stream().filter(term -> !term.negated() && term.hasWord()).toList();
        List<Term> unwanted = unwanted();
        if (wanted.isEmpty()) {
            return null;
        }
        String all = wanted.stream().map(Term::match).collect(Collectors.joining(" AND "));
        return unwanted.isEmpty() ? all : "(" + all + ") NOT (" + either(unwanted) + ")";
    }

    /// What messages are left out for, where nothing else is asked of the text; or null.
    @Nullable
    String onlyUnwanted() {
        List<Term> unwanted = unwanted();
        return unwanted.isEmpty() ? null : either(unwanted);
    }

    private List<Term> unwanted() {
        return terms.stream().filter(term -> term.negated() && term.hasWord()).toList();
    }

    private static String either(List<Term> terms) {
        return terms.stream().map(Term::match).collect(Collectors.joining(" OR "));
    }

    /// True when words are asked for but none of them can be in the index, such as `!!!`: nothing matches.
    boolean asksForNoWord() {
        return terms.stream().anyMatch(term -> !term.negated()) && match() == null;
    }
}
