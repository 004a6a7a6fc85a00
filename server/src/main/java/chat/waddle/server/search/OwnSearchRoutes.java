package chat.waddle.server.search;

import static java.util.stream.Collectors.joining;

import chat.waddle.directory.membership.Membership;
import chat.waddle.directory.membership.MembershipCursor;
import chat.waddle.directory.membership.Memberships;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.message.ByteSink;
import chat.waddle.search.MessageSearch;
import chat.waddle.search.SearchQuery;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Lane;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.WaddleGate;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Search in all waddles one belongs to.
public final class OwnSearchRoutes {
    /// Of those joined last; who belongs to more searches the others one by one.
    static final int MOST_WADDLES = 1_000;

    private static final int USUAL_PAGE = 25;
    private static final int MEMBERSHIPS_AT_ONCE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Memberships memberships;
    private final SearchEverywhere search;

    public OwnSearchRoutes(Memberships memberships, WaddleGate gate, SearchNames names) {
        this.memberships = memberships;
        this.search = new SearchEverywhere(gate, names, PATIENCE);
    }

    public List<Route> routes() {
        return List.of(Route.get(
                        "/users/me/search",
                        "searchMyWaddles",
                        Access.SIGNED_IN,
                        RateLimit.SEARCH_EVERYWHERE,
                        this::search)
                .in(Lane.SEARCH));
    }

    private void search(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        SearchQuery query = SearchRoutes.query(exchange.query("q").orElse(""));
        int limit = exchange.limit(USUAL_PAGE, MessageSearch.PAGE_LIMIT);
        SearchEverywhere.Place after =
                exchange.query("cursor").map(OwnSearchRoutes::place).orElse(SearchEverywhere.Place.TOP);
        send(exchange, search.search(user, query, waddles(user), after, limit));
    }

    private static SearchEverywhere.Place place(String cursor) {
        long[] parts = Cursor.decode(cursor, 2);
        return new SearchEverywhere.Place(parts[0], parts[1]);
    }

    private List<WaddleId> waddles(UserId user) {
        List<WaddleId> waddles = new ArrayList<>();
        MembershipCursor after = null;
        while (waddles.size() < MOST_WADDLES) {
            List<Membership> some = memberships.ofMember(user, after, MEMBERSHIPS_AT_ONCE);
            some.forEach(membership -> waddles.add(membership.waddle()));
            if (some.size() < MEMBERSHIPS_AT_ONCE) {
                break;
            }
            after = MembershipCursor.after(some.getLast());
        }
        return waddles;
    }

    private static void send(Exchange exchange, SearchEverywhere.Page page) throws IOException {
        ByteSink body = new ByteSink(page.hits().size() * 512 + 256);
        body.ascii("{\"items\":[");
        boolean first = true;
        for (SearchEverywhere.Found found : page.hits()) {
            if (!first) {
                body.put((byte) ',');
            }
            HitJson.write(found.hit(), found.waddle(), body);
            first = false;
        }
        body.ascii("],\"next\":");
        if (page.more() && !page.hits().isEmpty()) {
            SearchEverywhere.Place last = page.hits().getLast().place();
            body.put((byte) '"')
                    .ascii(Cursor.encode(last.message(), last.waddle()))
                    .put((byte) '"');
        } else {
            body.ascii("null");
        }
        body.ascii(",\"partial\":").ascii(Boolean.toString(!page.missing().isEmpty()));
        body.ascii(",\"missing\":[");
        String ids = page.missing().stream()
                .map(waddle -> "\"" + waddle.value() + "\"")
                .collect(joining(","));
        body.ascii(ids).ascii("]}");
        exchange.bytes(200, body.array(), 0, body.length());
    }
}
