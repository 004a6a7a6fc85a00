package chat.waddle.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the search language: words, "phrases", prefix*, -not, from: in: thread: has: is: before: after: mentions:.
///
/// What does not fit the language is text to look for. Not thread-safe; one for each query.
public final class SearchQueryParser {
    /// In UTF-16 units.
    public static final int LENGTH_LIMIT = 512;

    public static final int TERM_LIMIT = 32;

    /// Further ones are text to look for: each makes another statement.
    private static final int MENTION_LIMIT = 3;

    private final String query;
    private final List<Term> terms = new ArrayList<>();
    private final List<String> from = new ArrayList<>();
    private final List<String> in = new ArrayList<>();
    private final List<SearchQuery.Has> has = new ArrayList<>();
    private final List<String> mentions = new ArrayList<>();
    private @Nullable String thread;
    private @Nullable Long before;
    private @Nullable Long after;
    private boolean pinned;
    private int position;

    private SearchQueryParser(String query) {
        this.query = query;
    }

    /// Reads a query; terms past [#TERM_LIMIT] are left out.
    ///
    /// @throws IllegalArgumentException when it is longer than [#LENGTH_LIMIT]
    public static SearchQuery parse(String query) {
        if (query.length() > LENGTH_LIMIT) {
            throw new IllegalArgumentException("query is longer than " + LENGTH_LIMIT);
        }
        return new SearchQueryParser(query.replace('\0', ' ')).read();
    }

    private SearchQuery read() {
        while (skipSpace()) {
            readOne();
        }
        List<Term> kept = terms.size() > TERM_LIMIT ? terms.subList(0, TERM_LIMIT) : terms;
        return new SearchQuery(List.copyOf(kept), from, in, thread, has, pinned, before, after, mentions);
    }

    private boolean skipSpace() {
        while (position < query.length() && Character.isWhitespace(query.charAt(position))) {
            position++;
        }
        return position < query.length();
    }

    private void readOne() {
        boolean negated = query.charAt(position) == '-'
                && position + 1 < query.length()
                && !Character.isWhitespace(query.charAt(position + 1));
        if (negated) {
            position++;
        }
        if (query.charAt(position) == '"') {
            addTerm(quoted(), negated);
            return;
        }
        String word = word();
        int colon = word.indexOf(':');
        int afterWord = position;
        if (!negated && colon > 0 && readOperator(word.substring(0, colon), word.substring(colon + 1))) {
            return;
        }
        position = afterWord;
        addTerm(word, negated);
    }

    /// Up to the closing quote, or to the end where there is none.
    private String quoted() {
        int end = query.indexOf('"', position + 1);
        int to = end < 0 ? query.length() : end;
        String text = query.substring(position + 1, to);
        position = end < 0 ? query.length() : end + 1;
        return text;
    }

    private String word() {
        int start = position;
        while (position < query.length() && !Character.isWhitespace(query.charAt(position))) {
            position++;
        }
        return query.substring(start, position);
    }

    private void addTerm(String text, boolean negated) {
        boolean prefix = position < query.length() && query.charAt(position) == '*';
        if (prefix) {
            position++;
        }
        String bare = text;
        if (!prefix && bare.length() > 1 && bare.endsWith("*")) {
            prefix = true;
            bare = bare.substring(0, bare.length() - 1);
        }
        if (!bare.isBlank()) {
            terms.add(new Term(bare, prefix, negated));
        }
    }

    /// @return false when it is no operator, or one with a value it does not know: then it is text
    private boolean readOperator(String name, String rest) {
        String value = rest;
        if (rest.isEmpty() && position < query.length() && query.charAt(position) == '"') {
            value = quoted();
        } else if (rest.startsWith("\"")) {
            position -= rest.length();
            value = quoted();
        }
        if (value.isEmpty()) {
            return false;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "from" -> from.add(unmarked(value));
            case "in" -> in.add(unmarked(value));
            case "mentions" -> mentions.size() < MENTION_LIMIT && mentions.add(unmarked(value));
            case "thread" -> readThread(value);
            case "has" -> readHas(value);
            case "is" -> readIs(value);
            case "before" -> readBefore(value);
            case "after" -> readAfter(value);
            default -> false;
        };
    }

    private static String unmarked(String value) {
        return value.startsWith("@") || value.startsWith("#") ? value.substring(1) : value;
    }

    private boolean readThread(String value) {
        thread = value;
        return true;
    }

    private boolean readHas(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "link" -> has.add(SearchQuery.Has.LINK);
            case "image" -> has.add(SearchQuery.Has.IMAGE);
            case "file" -> has.add(SearchQuery.Has.FILE);
            case "reaction" -> has.add(SearchQuery.Has.REACTION);
            default -> false;
        };
    }

    private boolean readIs(String value) {
        pinned |= value.equalsIgnoreCase("pinned");
        return value.equalsIgnoreCase("pinned");
    }

    private boolean readBefore(String value) {
        Long time = millis(value);
        before = time == null ? before : time;
        return time != null;
    }

    private boolean readAfter(String value) {
        Long time = millis(value);
        after = time == null ? after : time;
        return time != null;
    }

    /// A day (UTC, from its beginning) or an instant.
    private static @Nullable Long millis(String value) {
        try {
            if (value.length() <= 10) {
                return LocalDate.parse(value)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .toEpochMilli();
            }
            return Instant.parse(value).toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            return null; // not a time, so it is text to look for
        }
    }
}
