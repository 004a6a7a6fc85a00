package chat.waddle.server.desk;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Page;
import chat.waddle.desk.AdvanceEscalation;
import chat.waddle.desk.AssignEscalation;
import chat.waddle.desk.EscalateRoom;
import chat.waddle.desk.Escalation;
import chat.waddle.desk.EscalationStatus;
import chat.waddle.desk.Escalations;
import chat.waddle.desk.SupportLevel;
import chat.waddle.ids.EscalationId;
import chat.waddle.ids.UserId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Cursor;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.CommunityProblems;
import chat.waddle.server.waddle.Visit;
import chat.waddle.sqlite.command.Command;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How rooms of the support desk go to higher levels: ask for it, the queue, and each step of one.
public final class EscalationRoutes {
    private static final String OF_ROOM = "/waddles/{waddleId}/rooms/{roomId}/escalations";
    private static final String ALL = "/waddles/{waddleId}/escalations";
    private static final String ONE = ALL + "/{escalationId}";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    public List<Route> routes() {
        Access viewer = Access.member("VIEW_ESCALATIONS");
        Access solver = Access.member("RESOLVE_ESCALATIONS");
        Access assigner = Access.member("ASSIGN_ESCALATIONS");
        Limits body = Limits.JSON_BODY_BYTES;
        RateLimit writes = RateLimit.WRITES;
        return List.of(
                Route.post(OF_ROOM, "escalateRoom", Access.member("ESCALATE"), writes, body, this::escalate),
                Route.get(ALL, "listEscalations", viewer, RateLimit.READS, this::list),
                Route.get(ONE, "getEscalation", viewer, RateLimit.READS, this::get),
                Route.post(ONE + "/assign", "assignEscalation", assigner, writes, body, this::assign),
                Route.post(ONE + "/start", "startEscalation", solver, writes, Limits.NO_BODY, this::start),
                Route.post(ONE + "/resolve", "resolveEscalation", solver, writes, body, this::resolve),
                Route.post(ONE + "/cancel", "cancelEscalation", solver, writes, Limits.NO_BODY, this::cancel));
    }

    private void escalate(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        EscalationRequests.NewEscalation body = exchange.body(EscalationRequests.NewEscalation.class);
        SupportLevel level = SupportLevel.ofCode(body.toLevel())
                .orElseThrow(
                        () -> new Problem.Invalid("toLevel", "unknown_level", "There is no such level.").asException());
        int priority = Objects.requireNonNullElse(body.priority(), Escalation.USUAL_PRIORITY);
        answer(exchange, 201, new EscalateRoom(visit.user(), KnownRoom.id(exchange), level, body.reason(), priority));
    }

    private static void answer(Exchange exchange, int status, Command<CommunityOutcome<Escalation>> command)
            throws IOException {
        Visit visit = Visit.of(exchange);
        exchange.json(status, EscalationJson.of(visit.carryOut(exchange, command), visit.nowMillis()));
    }

    /// The most urgent first; without a status those that are open.
    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        EscalationStatus status = exchange.query("status")
                .map(code -> EscalationStatus.ofCode(code).orElseThrow(() -> noSuchValue("status")))
                .orElse(null);
        SupportLevel level = exchange.query("level")
                .map(code -> SupportLevel.ofCode(code).orElseThrow(() -> noSuchValue("level")))
                .orElse(null);
        UserId assignee = exchange.queryId("assignee").map(UserId::new).orElse(null);
        Escalations.Place after =
                exchange.query("cursor").map(EscalationRoutes::place).orElse(Escalations.Place.BEGIN);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        Escalations.Filter filter = new Escalations.Filter(status, level, assignee);
        Page<Escalation, Escalations.Place> page =
                visit.shard().read(reader -> reader.escalations().page(filter, after, limit));
        long now = visit.nowMillis();
        List<EscalationJson> items = page.items().stream()
                .map(escalation -> EscalationJson.of(escalation, now))
                .toList();
        exchange.json(200, new ItemList<>(items, encoded(page.next())));
    }

    private static Escalations.Place place(String cursor) {
        long[] parts = Cursor.decode(cursor, 2);
        return new Escalations.Place(Math.clamp(parts[0], 0, Integer.MAX_VALUE), parts[1]);
    }

    private static @Nullable String encoded(Escalations.@Nullable Place next) {
        return next == null ? null : Cursor.encode(next.priority(), next.id());
    }

    private static RuntimeException noSuchValue(String parameter) {
        return new Problem.Malformed("malformed_parameter", "'" + parameter + "' has no such value.").asException();
    }

    private void get(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        EscalationId id = id(exchange);
        Escalation found = visit.shard()
                .read(reader -> reader.escalations().find(id))
                .orElseThrow(() -> CommunityProblems.of(CommunityRefusal.NO_SUCH_ESCALATION));
        exchange.json(200, EscalationJson.of(found, visit.nowMillis()));
    }

    private static EscalationId id(Exchange exchange) {
        return new EscalationId(exchange.pathId("escalationId"));
    }

    private void assign(Exchange exchange) throws IOException {
        UserId user = Visit.of(exchange).user();
        UserId assignee = exchange.body(EscalationRequests.Assignment.class).userId();
        answer(exchange, 200, new AssignEscalation(user, id(exchange), Objects.requireNonNullElse(assignee, user)));
    }

    private void start(Exchange exchange) throws IOException {
        advance(exchange, EscalationStatus.IN_PROGRESS, null);
    }

    private void resolve(Exchange exchange) throws IOException {
        String notes = exchange.body(EscalationRequests.Resolution.class).notes();
        advance(exchange, EscalationStatus.RESOLVED, notes);
    }

    private void cancel(Exchange exchange) throws IOException {
        advance(exchange, EscalationStatus.CANCELLED, null);
    }

    private static void advance(Exchange exchange, EscalationStatus next, @Nullable String notes) throws IOException {
        UserId user = Visit.of(exchange).user();
        answer(exchange, 200, new AdvanceEscalation(user, id(exchange), next, notes));
    }
}
