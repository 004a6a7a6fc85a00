package chat.waddle.search;

import chat.waddle.ids.IdClock;
import chat.waddle.message.MessageFlag;
import chat.waddle.message.MessageRows;
import chat.waddle.sqlite.ReadSession;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Searches one waddle: the index in the file, and the tail in memory that the index does not have yet.
///
/// Newest first costs the same however many messages match; by relevance only the newest [#RANKED] hits are weighed.
/// Valid inside one read.
public final class MessageSearch {
    /// Ranking all hits of a common word takes seconds.
    static final int RANKED = 1000;

    public static final int PAGE_LIMIT = 100;

    private static final String FILED_TO = "SELECT filed_to FROM search_state";

    private final ReadSession session;
    private final MessageRows rows;
    private final SearchTail tail;

    public MessageSearch(ReadSession session, MessageRows rows, SearchTail tail) {
        this.session = session;
        this.rows = rows;
        this.tail = tail;
    }

    /// The newest hits before an id.
    ///
    /// @param before hits are older than this id; [Long#MAX_VALUE] for the first page
    public SearchHits newest(SearchQuery query, SearchScope scope, long before, int limit) throws SQLException {
        if (scope.isEmpty() || query.asksForNoWord()) {
            return new SearchHits(List.of(), false);
        }
        return page(query, newestHits(query, scope, before, limit), limit);
    }

    /// What is not filed yet stands elsewhere: where there is such, both places are looked at on one snapshot.
    private List<Found> newestHits(SearchQuery query, SearchScope scope, long before, int limit) throws SQLException {
        String match = query.match();
        if (match == null) {
            return tail.isEmpty()
                    ? scanned(query, scope, before, limit)
                    : session.snapshot(snapshot -> allScanned(query, scope, before, limit));
        }
        List<Long> unfiled = tail.matches(match);
        return unfiled.isEmpty()
                ? indexed(query, scope, before, limit)
                : session.snapshot(snapshot -> united(query, scope, before, limit, unfiled));
    }

    /// The best hits among the newest ones.
    ///
    /// @param offset how many hits were seen already
    public SearchHits best(SearchQuery query, SearchScope scope, int offset, int limit) throws SQLException {
        String match = query.match();
        if (scope.isEmpty() || query.asksForNoWord() || match == null || offset >= RANKED) {
            return match == null && !query.asksForNoWord()
                    ? newest(query, scope, Long.MAX_VALUE, limit)
                    : new SearchHits(List.of(), false);
        }
        SearchSql sql = SearchSql.best(query, scope);
        PreparedStatement statement = session.kept(sql.text());
        sql.bind(statement, match, Long.MAX_VALUE, offset, limit + 1);
        return page(query, found(statement), limit);
    }

    /// A hit with the text its snippet is cut from.
    private record Found(long id, byte[] message, byte[] content) {}

    private List<Found> indexed(SearchQuery query, SearchScope scope, long before, int limit) throws SQLException {
        SearchSql sql = SearchSql.newest(query, scope);
        PreparedStatement statement = session.kept(sql.text());
        sql.bind(statement, query.match(), before, 0, limit + 1);
        return found(statement);
    }

    /// Looked into the tail first, so a message that was indexed meanwhile is found in the index, and only there.
    private List<Found> united(SearchQuery query, SearchScope scope, long before, int limit, List<Long> unfiled)
            throws SQLException {
        long filedTo = session.number(FILED_TO);
        List<Long> newer = unfiled.stream()
                .filter(key -> IndexKey.messageId(key) > filedTo && IndexKey.messageId(key) < before)
                .toList();
        List<Found> hits = new ArrayList<>();
        if (!newer.isEmpty()) {
            SearchSql sql = SearchSql.listed(query, scope);
            PreparedStatement statement = session.kept(sql.text());
            sql.bind(statement, newer.toString(), before, 0, limit + 1);
            hits.addAll(found(statement));
        }
        if (hits.size() <= limit) {
            hits.addAll(indexed(query, scope, Math.min(before, filedTo + 1), limit));
        }
        return hits;
    }

    private List<Found> scanned(SearchQuery query, SearchScope scope, long before, int limit) throws SQLException {
        SearchSql sql = SearchSql.scanned(query, scope);
        PreparedStatement statement = session.kept(sql.text());
        sql.bind(statement, query.onlyUnwanted(), before, 0, limit + 1);
        return found(statement);
    }

    /// What a message says that is not filed yet, only the tail knows; so as many more are fetched as it leaves out.
    private List<Found> allScanned(SearchQuery query, SearchScope scope, long before, int limit) throws SQLException {
        String unwanted = query.onlyUnwanted();
        Set<Long> leftOut = unwanted == null
                ? Set.of()
                : tail.matches(unwanted).stream().map(IndexKey::messageId).collect(Collectors.toSet());
        SearchSql sql = SearchSql.arrivals(query, scope);
        PreparedStatement statement = session.kept(sql.text());
        sql.bind(statement, null, before, 0, limit + 1 + leftOut.size());
        List<Found> hits = new ArrayList<>(found(statement));
        hits.removeIf(hit -> leftOut.contains(hit.id()));
        if (hits.size() <= limit) {
            hits.addAll(scanned(query, scope, before, limit));
        }
        return hits;
    }

    private List<Found> found(PreparedStatement statement) throws SQLException {
        List<Found> hits = new ArrayList<>();
        rows.each(
                statement,
                encoded -> hits.add(
                        new Found(encoded.id(), encoded.bytes(), rows.last().content())));
        return hits;
    }

    private static SearchHits page(SearchQuery query, List<Found> found, int limit) {
        Highlighter highlighter = new Highlighter(query);
        boolean more = found.size() > limit;
        List<SearchHits.Hit> hits = new ArrayList<>(limit);
        for (Found hit : more ? found.subList(0, limit) : found) {
            String text = new String(hit.content(), StandardCharsets.UTF_8);
            hits.add(new SearchHits.Hit(hit.id(), hit.message(), highlighter.snippet(text)));
        }
        return new SearchHits(hits, more);
    }

    /// Conditions that hold whatever is searched for.
    static int requiredFlags(SearchQuery query) {
        int flags = query.pinned() ? MessageFlag.PINNED.mask() : 0;
        for (SearchQuery.Has has : query.has()) {
            flags |= switch (has) {
                case LINK -> MessageFlag.HAS_LINK.mask();
                case IMAGE -> MessageFlag.HAS_IMAGE.mask();
                case FILE -> MessageFlag.HAS_FILE.mask();
                case REACTION -> MessageFlag.HAS_REACTION.mask();
            };
        }
        return flags;
    }

    static long firstId(@Nullable Long millis, long otherwise) {
        return millis == null ? otherwise : IdClock.firstAt(millis);
    }
}
