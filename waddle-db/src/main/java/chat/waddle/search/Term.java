package chat.waddle.search;

/// One thing a search looks for in the text.
///
/// @param text as the member wrote it, without quotes
/// @param prefix true when words that begin so count too
/// @param negated true when messages with it are left out
public record Term(String text, boolean prefix, boolean negated) {
    /// The term in the index's own language: always a quoted string, so that no text can be anything but text.
    String match() {
        String quoted = "\"" + SearchText.prepare(text).replace("\"", "\"\"") + "\"";
        return prefix ? quoted + " *" : quoted;
    }

    boolean hasWord() {
        return SearchText.hasWord(SearchText.prepare(text));
    }
}
