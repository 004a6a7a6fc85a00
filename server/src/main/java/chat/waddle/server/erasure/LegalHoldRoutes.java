package chat.waddle.server.erasure;

import chat.waddle.directory.erasure.HoldOutcome;
import chat.waddle.directory.erasure.LegalHold;
import chat.waddle.directory.erasure.LegalHolds;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.util.List;

/// What must not be erased for now, for operators.
public final class LegalHoldRoutes {
    private static final String ALL = "/admin/legal-holds";
    private static final String ONE = ALL + "/{subjectId}";
    private static final int PAGE = 100;

    private final LegalHolds holds;
    private final RequestOrigins origins;

    public LegalHoldRoutes(LegalHolds holds, RequestOrigins origins) {
        this.holds = holds;
        this.origins = origins;
    }

    public List<Route> routes() {
        Access operator = Access.OPERATOR;
        RateLimit limit = RateLimit.ADMIN;
        return List.of(
                Route.get(ALL, "listLegalHolds", operator, limit, this::list),
                Route.put(ONE, "placeLegalHold", operator, limit, Limits.JSON_BODY_BYTES, this::place),
                Route.delete(ONE, "liftLegalHold", operator, limit, this::lift));
    }

    private void list(Exchange exchange) throws IOException {
        int limit = exchange.limit(PAGE, PAGE);
        long after = exchange.queryId("after").orElse(0L);
        List<LegalHold> page = holds.page(after, limit);
        String next = page.size() < limit ? null : Long.toString(page.getLast().subject());
        exchange.json(200, new ItemList<>(page.stream().map(LegalHoldJson::of).toList(), next));
    }

    private void place(Exchange exchange) throws IOException {
        ErasureRequests.Hold body = exchange.body(ErasureRequests.Hold.class);
        LegalHold hold = switch (holds.place(exchange.pathId("subjectId"), body.reason(), origins.of(exchange))) {
            case HoldOutcome.Placed placed -> placed.hold();
            case HoldOutcome.NoSuchSubject _ ->
                throw new Problem.NotFound("no_such_subject", "There is no such account or waddle.").asException();
            case HoldOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
        };
        exchange.json(200, LegalHoldJson.of(hold));
    }

    private void lift(Exchange exchange) {
        if (!holds.lift(exchange.pathId("subjectId"), origins.of(exchange))) {
            throw new Problem.NotFound("no_such_hold", "Nothing holds this.").asException();
        }
        exchange.empty(204);
    }
}
