package chat.waddle.search;

import chat.waddle.message.MessageFlag;
import chat.waddle.message.MessageRows;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The statement of a search. Its text depends only on which conditions there are, never on their values, so that few
/// texts exist and each is prepared once.
final class SearchSql {
    private static final String INDEX = index("f.rowid");

    /// FTS5 takes one lowest row; the plus leaves that to the window of a ranked search.
    private static final String RANKED_INDEX = index("+f.rowid");

    private static final String LIST = "FROM json_each(?) l CROSS JOIN arrivals m ON m.id = " + IndexKey.idOf("l.value")
            + " WHERE l.value < ? AND l.value >= ?";
    private static final String ARRIVALS = "FROM arrivals m WHERE m.id < ? AND m.id >= ?";
    /// Newest first by id, or SQLite reads whole channels to sort them; with an author there is a better index.
    private static final String SCAN = "FROM messages m INDEXED BY messages_by_id WHERE m.id < ? AND m.id >= ?";
    private static final String SCAN_WITHOUT = "FROM messages m INDEXED BY messages_by_id WHERE m.id NOT IN (SELECT "
            + IndexKey.idOf("rowid") + " FROM messages_fts WHERE messages_fts MATCH ?) AND m.id < ? AND m.id >= ?";

    /// FTS5's bm25 without the length of texts, which the index does not keep: the row's makes up for it, with k1 1.2,
    /// b 0.75 and a usual length of 100 characters.
    private static final String BEST = "f.rank / (1.3 + 0.9 * length(m.content) / 100), f.rowid DESC";

    private static final String MENTIONED = "(m.flags & " + MessageFlag.HAS_MENTION.mask() + ") <> 0 AND EXISTS"
            + " (SELECT 1 FROM mentions n WHERE n.message_id = m.id AND n.kind = 2 AND n.target = ?)";

    private static final String BY_ID = " INDEXED BY messages_by_id";

    private static final String NOT_HIDDEN =
            " AND (m.flags & " + (MessageFlag.DELETED.mask() | MessageFlag.STREAMING.mask()) + ") = 0";
    private static final String NOT_HIDDEN_FROM_GUESTS = " AND (m.flags & "
            + (MessageFlag.DELETED.mask() | MessageFlag.STREAMING.mask() | MessageFlag.HIDDEN_FROM_GUESTS.mask())
            + ") = 0";

    private final SearchQuery query;
    private final SearchScope scope;
    private final String source;
    private final String order;
    private final boolean ranked;
    private final boolean keyed;

    /// @param keyed whether the source is bounded by index keys, not by message ids
    private SearchSql(
            SearchQuery query, SearchScope scope, String source, String order, boolean ranked, boolean keyed) {
        this.query = query;
        this.scope = scope;
        this.source = source;
        this.order = order;
        this.ranked = ranked;
        this.keyed = keyed;
    }

    private static String index(String lowest) {
        return "FROM messages_fts f " + IndexKey.joined("f.rowid")
                + " WHERE f.messages_fts MATCH ? AND f.rowid < ? AND " + lowest + " >= ?";
    }

    static SearchSql newest(SearchQuery query, SearchScope scope) {
        return new SearchSql(query, scope, INDEX, "f.rowid DESC", false, true);
    }

    static SearchSql best(SearchQuery query, SearchScope scope) {
        return new SearchSql(query, scope, RANKED_INDEX, BEST, true, true);
    }

    /// Those messages of a list of keys that are not filed yet.
    static SearchSql listed(SearchQuery query, SearchScope scope) {
        return new SearchSql(query, scope, LIST, "m.id DESC", false, true);
    }

    /// Every message that is not filed yet, whatever it says.
    static SearchSql arrivals(SearchQuery query, SearchScope scope) {
        return new SearchSql(query, scope, ARRIVALS, "m.id DESC", false, false);
    }

    static SearchSql scanned(SearchQuery query, SearchScope scope) {
        String source = query.onlyUnwanted() == null ? SCAN : SCAN_WITHOUT;
        boolean byAuthor = scope.authors() != null;
        return new SearchSql(query, scope, byAuthor ? source.replace(BY_ID, "") : source, "m.id DESC", false, false);
    }

    String text() {
        return "SELECT " + MessageRows.COLUMNS + " " + source + (ranked ? window() : "") + filter() + " ORDER BY "
                + order + " LIMIT ? OFFSET ?";
    }

    /// Only the newest hits are weighed, of those that may be shown.
    private String window() {
        return " AND f.rowid >= (SELECT min(hit) FROM (SELECT f.rowid AS hit " + INDEX + filter()
                + " ORDER BY f.rowid DESC LIMIT " + MessageSearch.RANKED + "))";
    }

    private String filter() {
        StringBuilder sql = new StringBuilder(scope.guest() ? NOT_HIDDEN_FROM_GUESTS : NOT_HIDDEN);
        conditions().forEach(condition -> sql.append(" AND ").append(condition));
        return sql.toString();
    }

    private List<String> conditions() {
        List<String> conditions = new ArrayList<>();
        if (scope.channels() != null) {
            conditions.add("m.channel IN (SELECT value FROM json_each(?))");
        }
        if (scope.authors() != null) {
            conditions.add("m.author IN (SELECT value FROM json_each(?))");
        }
        if (scope.thread() != null) {
            conditions.add("m.thread = ?");
        }
        if (scope.bounded() != null) {
            conditions.add("coalesce((SELECT m.id >= b.value FROM json_each(?) b"
                    + " WHERE b.key = CAST(m.channel AS TEXT)), 1)");
        }
        if (MessageSearch.requiredFlags(query) != 0) {
            conditions.add("(m.flags & ?) = ?");
        }
        for (int i = 0; i < scope.mentions().size(); i++) {
            conditions.add(MENTIONED);
        }
        return conditions;
    }

    void bind(PreparedStatement statement, @Nullable String match, long before, int offset, int limit)
            throws SQLException {
        int next = bindSource(statement, 1, match, before);
        if (ranked) {
            next = bindFilter(statement, bindSource(statement, next, match, before));
        }
        next = bindFilter(statement, next);
        statement.setInt(next++, limit);
        statement.setInt(next, offset);
    }

    private int bindSource(PreparedStatement statement, int first, @Nullable String match, long before)
            throws SQLException {
        int next = first;
        if (match != null) {
            statement.setString(next++, match);
        }
        statement.setLong(next++, bound(Math.min(before, MessageSearch.firstId(query.beforeMillis(), Long.MAX_VALUE))));
        long least = Math.max(scope.leastId(), MessageSearch.firstId(query.afterMillis(), Long.MIN_VALUE));
        statement.setLong(next++, bound(least));
        return next;
    }

    private long bound(long messageId) {
        return keyed ? IndexKey.firstOf(messageId) : messageId;
    }

    private static String json(Map<Integer, Long> bounded) {
        return bounded.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private int bindFilter(PreparedStatement statement, int first) throws SQLException {
        int next = first;
        if (scope.channels() != null) {
            statement.setString(next++, scope.channels().toString());
        }
        if (scope.authors() != null) {
            statement.setString(next++, scope.authors().toString());
        }
        if (scope.thread() != null) {
            statement.setInt(next++, scope.thread());
        }
        if (scope.bounded() != null) {
            statement.setString(next++, json(scope.bounded()));
        }
        int flags = MessageSearch.requiredFlags(query);
        if (flags != 0) {
            statement.setInt(next++, flags);
            statement.setInt(next++, flags);
        }
        for (long mentioned : scope.mentions()) {
            statement.setLong(next++, mentioned);
        }
        return next;
    }
}
