package chat.waddle.server.erasure;

import chat.waddle.directory.erasure.EraseOutcome;
import chat.waddle.directory.erasure.Erasure;
import chat.waddle.directory.erasure.ErasureMode;
import chat.waddle.directory.erasure.Erasures;
import chat.waddle.ids.UserId;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldError;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.util.List;

/// Erasures of accounts, for operators: begin one, see how far they are and what they did.
public final class ErasureRoutes {
    private static final String ALL = "/admin/erasures";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Erasures erasures;
    private final RequestOrigins origins;

    public ErasureRoutes(Erasures erasures, RequestOrigins origins) {
        this.erasures = erasures;
        this.origins = origins;
    }

    public List<Route> routes() {
        Access operator = Access.OPERATOR;
        RateLimit limit = RateLimit.ADMIN;
        return List.of(
                Route.post(
                        "/admin/users/{userId}/erase",
                        "eraseAccount",
                        operator,
                        limit,
                        Limits.JSON_BODY_BYTES,
                        this::erase),
                Route.get(ALL, "listErasures", operator, limit, this::list),
                Route.get(ALL + "/{erasureId}", "getErasure", operator, limit, this::show));
    }

    private void erase(Exchange exchange) throws IOException {
        ErasureRequests.Erase body = exchange.body(ErasureRequests.Erase.class);
        ErasureMode mode = ErasureMode.ofCode(body.messages())
                .orElseThrow(() -> new Problem.Invalid(List.of(
                                new FieldError("messages", "unknown_value", "It must be keep, anonymise or delete.")))
                        .asException());
        UserId user = new UserId(exchange.pathId("userId"));
        Erasure erasure = switch (erasures.erase(user, mode, origins.of(exchange))) {
            case EraseOutcome.Begun begun -> begun.erasure();
            case EraseOutcome.UnderWay underWay -> underWay.erasure();
            case EraseOutcome.NoSuchAccount _ ->
                throw new Problem.NotFound("no_such_user", "There is no such user.").asException();
            case EraseOutcome.IsOperator _ ->
                throw new Problem.Conflict("is_operator", "Operators are not erased.").asException();
            case EraseOutcome.OwnsWaddles owns ->
                throw new Problem.Conflict(
                                "owns_waddles",
                                "The account owns waddles (" + owns.count() + "): hand them over or delete them first.")
                        .asException();
        };
        exchange.json(202, json(erasure));
    }

    private ErasureJson json(Erasure erasure) {
        return ErasureJson.of(erasure, erasures.shards(erasure.id()));
    }

    private void list(Exchange exchange) throws IOException {
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        List<Erasure> page = erasures.page(exchange.queryId("before").orElse(Long.MAX_VALUE), limit);
        String next = page.size() < limit ? null : Long.toString(page.getLast().id());
        exchange.json(200, new ItemList<>(page.stream().map(this::json).toList(), next));
    }

    private void show(Exchange exchange) throws IOException {
        Erasure erasure = erasures.find(exchange.pathId("erasureId"))
                .orElseThrow(() -> new Problem.NotFound("no_such_erasure", "There is no such erasure.").asException());
        exchange.json(200, json(erasure));
    }
}
