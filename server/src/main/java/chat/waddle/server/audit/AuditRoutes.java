package chat.waddle.server.audit;

import chat.waddle.directory.audit.AuditEntry;
import chat.waddle.directory.audit.AuditLog;
import chat.waddle.directory.audit.AuditQuery;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.FieldChecks;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The audit log of the whole server, newest first, for operators.
public final class AuditRoutes {
    private static final String ALL = "/admin/audit-log";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final AuditLog log;

    public AuditRoutes(AuditLog log) {
        this.log = log;
    }

    public List<Route> routes() {
        return List.of(
                Route.get(ALL, "listAuditLog", Access.OPERATOR, RateLimit.ADMIN, this::list),
                Route.get(ALL + "/verify", "verifyAuditLog", Access.OPERATOR, RateLimit.ADMIN, this::verify));
    }

    private void verify(Exchange exchange) throws IOException {
        exchange.json(200, ChainReportJson.of(log.verify()));
    }

    private void list(Exchange exchange) throws IOException {
        String action = exchange.query("action").orElse(null);
        new FieldChecks().text("action", action, Limits.AUDIT_ACTION).orThrow();
        AuditQuery query = new AuditQuery(
                exchange.queryId("waddle").map(WaddleId::new).orElse(null),
                exchange.queryId("actor").map(UserId::new).orElse(null),
                action,
                exchange.queryId("before").orElse(null),
                exchange.limit(USUAL_PAGE, MOST_ITEMS));
        List<AuditEntry> page = log.page(query);
        List<AuditEntryJson> items = page.stream().map(AuditEntryJson::of).toList();
        exchange.json(200, new ItemList<>(items, next(query, page)));
    }

    /// The id to ask for as `before`; null where nothing older is left.
    private @Nullable String next(AuditQuery query, List<AuditEntry> page) {
        if (page.size() < query.limit()) {
            return null;
        }
        long last = page.getLast().id();
        AuditQuery older = new AuditQuery(query.waddle(), query.actor(), query.action(), last, 1);
        return log.page(older).isEmpty() ? null : Long.toString(last);
    }
}
