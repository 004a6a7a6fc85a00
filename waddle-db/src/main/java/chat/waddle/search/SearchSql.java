package chat.waddle.search;

import chat.waddle.message.MessageRows;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statement of a search. Its text depends only on which conditions there are, never on their values, so that few
/// texts exist and each is prepared once.
final class SearchSql {
    private static final String INDEX = "FROM messages_fts f CROSS JOIN messages m ON m.id = f.rowid"
            + " WHERE f.messages_fts MATCH ? AND f.rowid < ?";
    private static final String WINDOW = "FROM messages_fts f CROSS JOIN messages m ON m.id = f.rowid"
            + " WHERE f.messages_fts MATCH ? AND f.rowid < ? AND f.rowid >= (SELECT min(rowid) FROM"
            + " (SELECT rowid FROM messages_fts WHERE messages_fts MATCH ? ORDER BY rowid DESC LIMIT "
            + MessageSearch.RANKED + "))";
    private static final String LIST = "FROM json_each(?) l CROSS JOIN messages m ON m.id = l.value WHERE m.id < ?";
    private static final String SCAN = "FROM messages m WHERE m.id < ?";
    private static final String SCAN_WITHOUT =
            "FROM messages m WHERE m.id NOT IN (SELECT rowid FROM messages_fts WHERE messages_fts MATCH ?) AND m.id < ?";

    private final SearchQuery query;
    private final SearchScope scope;
    private final String source;
    private final String order;

    private SearchSql(SearchQuery query, SearchScope scope, String source, String order) {
        this.query = query;
        this.scope = scope;
        this.source = source;
        this.order = order;
    }

    static SearchSql newest(SearchQuery query, SearchScope scope) {
        return new SearchSql(query, scope, INDEX, "f.rowid DESC");
    }

    static SearchSql best(SearchQuery query, SearchScope scope) {
        return new SearchSql(query, scope, WINDOW, "f.rank, f.rowid DESC");
    }

    static SearchSql listed(SearchQuery query, SearchScope scope) {
        return new SearchSql(query, scope, LIST, "m.id DESC");
    }

    static SearchSql scanned(SearchQuery query, SearchScope scope) {
        return new SearchSql(query, scope, query.onlyUnwanted() == null ? SCAN : SCAN_WITHOUT, "m.id DESC");
    }

    String text() {
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(MessageRows.COLUMNS)
                .append(' ')
                .append(source);
        sql.append(" AND (m.flags & 2) = 0");
        conditions().forEach(condition -> sql.append(" AND ").append(condition));
        return sql.append(" ORDER BY ")
                .append(order)
                .append(" LIMIT ? OFFSET ?")
                .toString();
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
        if (MessageSearch.requiredFlags(query) != 0) {
            conditions.add("(m.flags & ?) = ?");
        }
        if (query.afterMillis() != null) {
            conditions.add("m.id >= ?");
        }
        for (int i = 0; i < scope.mentions().size(); i++) {
            conditions.add("instr(m.content, ?) > 0");
        }
        return conditions;
    }

    void bind(PreparedStatement statement, @Nullable String match, long before, int offset, int limit)
            throws SQLException {
        int next = 1;
        if (match != null) {
            statement.setString(next++, match);
        }
        statement.setLong(next++, Math.min(before, MessageSearch.firstId(query.beforeMillis(), Long.MAX_VALUE)));
        if (source.equals(WINDOW)) {
            statement.setString(next++, match);
        }
        if (scope.channels() != null) {
            statement.setString(next++, scope.channels().toString());
        }
        if (scope.authors() != null) {
            statement.setString(next++, scope.authors().toString());
        }
        if (scope.thread() != null) {
            statement.setInt(next++, scope.thread());
        }
        int flags = MessageSearch.requiredFlags(query);
        if (flags != 0) {
            statement.setInt(next++, flags);
            statement.setInt(next++, flags);
        }
        if (query.afterMillis() != null) {
            statement.setLong(next++, MessageSearch.firstId(query.afterMillis(), Long.MIN_VALUE));
        }
        for (long mentioned : scope.mentions()) {
            statement.setString(next++, "<@" + mentioned + ">");
        }
        statement.setInt(next++, limit);
        statement.setInt(next, offset);
    }
}
