package chat.waddle.server.waddle;

import chat.waddle.directory.membership.Membership;
import chat.waddle.directory.membership.MembershipCursor;
import chat.waddle.directory.membership.Memberships;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.directory.waddle.WaddleState;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The waddles one belongs to, the last joined first.
final class OwnWaddleRoutes {
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Memberships memberships;
    private final WaddleCatalogue catalogue;

    OwnWaddleRoutes(Memberships memberships, WaddleCatalogue catalogue) {
        this.memberships = memberships;
        this.catalogue = catalogue;
    }

    List<Route> routes() {
        return List.of(Route.get("/users/me/waddles", "listMyWaddles", Access.SIGNED_IN, RateLimit.READS, this::list));
    }

    private void list(Exchange exchange) throws IOException {
        UserId user = exchange.caller().userId();
        MembershipCursor after =
                exchange.query("cursor").map(OwnWaddleRoutes::cursor).orElse(null);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        List<Membership> page = memberships.ofMember(user, after, limit);
        Map<WaddleId, Waddle> waddles =
                catalogue.findAll(page.stream().map(Membership::waddle).toList());
        List<OwnWaddleJson> items = page.stream()
                .flatMap(membership -> open(waddles.get(membership.waddle())).stream()
                        .map(waddle -> OwnWaddleJson.of(membership, waddle)))
                .toList();
        exchange.json(200, new ItemList<>(items, next(user, page, limit)));
    }

    /// What is closed by an operator answers nowhere, so it does not stand here either.
    private static Optional<Waddle> open(@Nullable Waddle waddle) {
        return Optional.ofNullable(waddle).filter(found -> found.state() == WaddleState.ACTIVE);
    }

    private static MembershipCursor cursor(String text) {
        long[] parts = Cursor.decode(text, 2);
        return new MembershipCursor(Instant.ofEpochMilli(parts[0]), new WaddleId(parts[1]));
    }

    private @Nullable String next(UserId user, List<Membership> page, int limit) {
        if (page.size() < limit) {
            return null;
        }
        Membership last = page.getLast();
        return memberships.ofMember(user, MembershipCursor.after(last), 1).isEmpty()
                ? null
                : Cursor.encode(last.joinedAt().toEpochMilli(), last.waddle().value());
    }
}
