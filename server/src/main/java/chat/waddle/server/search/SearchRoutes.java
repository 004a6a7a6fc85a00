package chat.waddle.server.search;

import chat.waddle.channel.Channel;
import chat.waddle.message.ByteSink;
import chat.waddle.search.MessageSearch;
import chat.waddle.search.SearchHits;
import chat.waddle.search.SearchQuery;
import chat.waddle.search.SearchQueryParser;
import chat.waddle.search.SearchScope;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Ids;
import chat.waddle.server.http.Lane;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import java.io.IOException;
import java.util.List;

/// Search in one waddle or conversation.
public final class SearchRoutes {
    private static final int USUAL_PAGE = 25;

    private final SearchNames names;

    public SearchRoutes(SearchNames names) {
        this.names = names;
    }

    public List<Route> routes() {
        return List.of(
                searching("/waddles/{waddleId}/search", "searchMessages", Access.member("SEARCH")),
                searching(
                        "/conversations/{conversationId}/search", "searchConversation", Access.participant("SEARCH")));
    }

    private Route searching(String path, String operation, Access access) {
        return Route.get(path, operation, access, RateLimit.SEARCH, this::search)
                .in(Lane.SEARCH)
                .onHotPath();
    }

    private void search(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        SearchQuery query = query(exchange.query("q").orElse(""));
        int limit = exchange.limit(USUAL_PAGE, MessageSearch.PAGE_LIMIT);
        Channel conversation = visit.conversation();
        String channel = conversation == null
                ? exchange.query("channel").orElse(null)
                : conversation.id().toString();
        SearchScope scope = names.scope(visit, query, channel);
        String cursor = exchange.query("cursor").orElse(null);
        switch (exchange.query("sort").orElse("newest")) {
            case "newest" -> {
                long before = cursor == null ? Long.MAX_VALUE : position(cursor);
                exchange.later(
                        visit.shard().readAsync(reader -> reader.search().newest(query, scope, before, limit)),
                        hits -> send(
                                exchange,
                                hits,
                                hits.more()
                                        ? Long.toString(hits.hits().getLast().id())
                                        : null));
            }
            case "relevance" -> {
                visit.shard().catchUpIndex();
                int offset = cursor == null ? 0 : Math.toIntExact(Math.clamp(position(cursor), 0, 100_000));
                exchange.later(
                        visit.shard().readAsync(reader -> reader.search().best(query, scope, offset, limit)),
                        hits -> send(exchange, hits, hits.more() ? Integer.toString(offset + limit) : null));
            }
            default ->
                throw new Problem.Malformed("malformed_parameter", "'sort' must be newest or relevance.").asException();
        }
    }

    static SearchQuery query(String text) {
        if (!Limits.SEARCH_QUERY.allows(text.length())) {
            throw new Problem.Invalid(
                            "q", "too_long", "At most " + Limits.SEARCH_QUERY.max() + " characters are allowed.")
                    .asException();
        }
        return SearchQueryParser.parse(text);
    }

    private static long position(String cursor) {
        try {
            return Ids.parse(cursor);
        } catch (NumberFormatException _) {
            throw new Problem.Malformed("malformed_cursor", "'cursor' must be one that this search gave.")
                    .asException();
        }
    }

    private static void send(Exchange exchange, SearchHits hits, @org.jspecify.annotations.Nullable String next)
            throws IOException {
        ByteSink body = new ByteSink(hits.hits().size() * 512 + 64);
        body.ascii("{\"items\":[");
        boolean first = true;
        for (SearchHits.Hit hit : hits.hits()) {
            if (!first) {
                body.put((byte) ',');
            }
            HitJson.write(hit, null, body);
            first = false;
        }
        body.ascii("],\"next\":");
        if (next == null) {
            body.ascii("null}");
        } else {
            body.put((byte) '"').ascii(next).ascii("\"}");
        }
        exchange.bytes(200, body.array(), 0, body.length());
    }
}
