package chat.waddle.server.waddle;

import chat.waddle.community.CommunityRefusal;
import chat.waddle.directory.field.FieldProblem;
import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.PublicCursor;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddleCatalogue;
import chat.waddle.directory.waddle.WaddlePatch;
import chat.waddle.directory.waddle.WaddleRegistry;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.shard.ShardStore;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Waddles: found one, find public ones, see, change and delete one.
final class WaddleRoutes {
    private static final String ALL = "/waddles";
    private static final String ONE = ALL + "/{waddleId}";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final WaddleFounding founding;
    private final Ownership ownership;
    private final WaddleGate gate;
    private final WaddleCatalogue catalogue;
    private final WaddleRegistry registry;
    private final ShardStore shards;
    private final RequestOrigins origins;

    WaddleRoutes(
            WaddleFounding founding,
            Ownership ownership,
            WaddleGate gate,
            WaddleCatalogue catalogue,
            WaddleRegistry registry,
            ShardStore shards,
            RequestOrigins origins) {
        this.founding = founding;
        this.ownership = ownership;
        this.gate = gate;
        this.catalogue = catalogue;
        this.registry = registry;
        this.shards = shards;
        this.origins = origins;
    }

    List<Route> routes() {
        Limits body = Limits.JSON_BODY_BYTES;
        return List.of(
                Route.post(ALL, "createWaddle", Access.SIGNED_IN, RateLimit.CREATE_WADDLE, body, this::create),
                Route.get(ALL, "listPublicWaddles", Access.SIGNED_IN, RateLimit.READS, this::listPublic),
                Route.get(ONE, "getWaddle", Access.SIGNED_IN, RateLimit.READS, this::get),
                Route.patch(ONE, "updateWaddle", Access.member("MANAGE_WADDLE"), RateLimit.WRITES, body, this::patch),
                Route.delete(ONE, "deleteWaddle", Access.MEMBER, RateLimit.WRITES, this::delete),
                Route.post(ONE + "/transfer", "transferWaddle", Access.MEMBER, RateLimit.WRITES, body, this::transfer));
    }

    private void create(Exchange exchange) throws IOException {
        WaddleRequests.NewWaddle body = exchange.body(WaddleRequests.NewWaddle.class);
        Waddle waddle = founding.found(
                body.name(),
                Objects.requireNonNullElse(body.displayName(), body.name()),
                Objects.requireNonNullElse(body.description(), ""),
                Objects.requireNonNullElse(body.isPublic(), false),
                exchange.caller().userId(),
                origins.of(exchange));
        exchange.json(201, WaddleJson.of(waddle));
    }

    private void listPublic(Exchange exchange) throws IOException {
        String query = exchange.query("query").orElse("");
        new FieldChecks()
                .text("query", query.isEmpty() ? null : query, Limits.WADDLE_DISPLAY_NAME)
                .orThrow();
        PublicCursor after = exchange.query("cursor").map(WaddleRoutes::cursor).orElse(null);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        List<Waddle> page = catalogue.listPublic(query, after, limit);
        List<WaddleJson> items = page.stream().map(WaddleJson::of).toList();
        exchange.json(200, new ItemList<>(items, next(query, page, limit)));
    }

    private static PublicCursor cursor(String text) {
        long[] parts = Cursor.decode(text, 2);
        return new PublicCursor(parts[0], new WaddleId(parts[1]));
    }

    private @Nullable String next(String query, List<Waddle> page, int limit) {
        if (page.size() < limit) {
            return null;
        }
        PublicCursor after = PublicCursor.after(page.getLast());
        return catalogue.listPublic(query, after, 1).isEmpty()
                ? null
                : Cursor.encode(after.memberCount(), after.waddle().value());
    }

    /// Everybody who is signed in may see a public waddle's entry; of others only members.
    private void get(Exchange exchange) throws IOException {
        var route = gate.route(exchange.path("waddleId"));
        if (!route.isPublic()) {
            gate.visit(exchange);
        }
        exchange.json(200, WaddleJson.of(find(route.waddle())));
    }

    private Waddle find(WaddleId waddle) {
        return catalogue.find(waddle).orElseThrow(CommunityProblems::noSuchWaddle);
    }

    /// All values are checked before the first is written, so that a refusal leaves everything as it was.
    private void patch(Exchange exchange) throws IOException {
        WaddleId waddle = Visit.of(exchange).waddle();
        WaddleRequests.PatchWaddle body = exchange.body(WaddleRequests.PatchWaddle.class);
        WaddlePatch patch = WaddleChange.of(body);
        List<FieldProblem> faults = registry.faults(body.name(), patch);
        if (!faults.isEmpty()) {
            throw DirectoryProblems.invalid(faults);
        }
        Origin origin = origins.of(exchange);
        Waddle changed = find(waddle);
        if (body.name() != null) {
            changed = WaddleProblems.changed(registry.rename(waddle, body.name(), origin));
        }
        if (!WaddleChange.isEmpty(patch)) {
            changed = WaddleProblems.changed(registry.patch(waddle, patch, origin));
        }
        exchange.json(200, WaddleJson.of(changed));
    }

    /// Only the owner; for 30 days an operator can bring it back on the command line.
    private void delete(Exchange exchange) {
        Visit visit = Visit.of(exchange);
        if (!visit.access().owner()) {
            throw CommunityProblems.of(CommunityRefusal.NOT_THE_OWNER);
        }
        WaddleProblems.changed(registry.tombstone(visit.waddle(), "", origins.of(exchange)));
        shards.putAway(visit.waddle());
        exchange.empty(204);
    }

    private void transfer(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        WaddleRequests.Transfer body = exchange.body(WaddleRequests.Transfer.class);
        Waddle changed = ownership.transfer(visit, body.userId(), visit.request(exchange), origins.of(exchange));
        exchange.json(200, WaddleJson.of(changed));
    }
}
