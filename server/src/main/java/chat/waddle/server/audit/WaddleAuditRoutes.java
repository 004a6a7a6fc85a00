package chat.waddle.server.audit;

import chat.waddle.chain.ChainCheck;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditEntry;
import chat.waddle.community.AuditLog;
import chat.waddle.community.Page;
import chat.waddle.ids.UserId;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.ItemList;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.waddle.Visit;
import chat.waddle.shard.Shard;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The audit log of one community, newest first, for who may view it.
public final class WaddleAuditRoutes {
    private static final String ALL = "/waddles/{waddleId}/audit-log";
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    public List<Route> routes() {
        Access access = Access.member("VIEW_AUDIT_LOG");
        return List.of(
                Route.get(ALL, "listWaddleAuditLog", access, RateLimit.READS, this::list),
                Route.get(ALL + "/verify", "verifyWaddleAuditLog", access, RateLimit.SEARCH, this::verify));
    }

    private void list(Exchange exchange) throws IOException {
        Visit visit = Visit.of(exchange);
        UserId actor = exchange.queryId("actor").map(UserId::new).orElse(null);
        AuditAction action =
                exchange.query("action").map(WaddleAuditRoutes::action).orElse(null);
        long before = exchange.queryId("before").orElse(Long.MAX_VALUE);
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        Page<AuditEntry, Long> page =
                visit.shard().read(reader -> reader.auditLog().page(actor, action, before, limit));
        List<WaddleAuditEntryJson> items =
                page.items().stream().map(WaddleAuditEntryJson::of).toList();
        @Nullable Long next = page.next();
        exchange.json(200, new ItemList<>(items, next == null ? null : Long.toString(next)));
    }

    private static AuditAction action(String code) {
        return AuditAction.ofCode(code)
                .orElseThrow(() -> new Problem.Malformed("malformed_parameter", "'action' is none of the audit log's.")
                        .asException());
    }

    /// A read for each thousand entries, so that none takes long.
    private void verify(Exchange exchange) throws IOException {
        Shard shard = Visit.of(exchange).shard();
        ChainCheck check = new ChainCheck();
        int read;
        do {
            read = shard.read(reader -> reader.auditLog().feed(check));
        } while (read == AuditLog.CHECKED_AT_ONCE);
        exchange.json(200, ChainReportJson.of(check.report()));
    }
}
