package chat.waddle.server.admin;

import chat.waddle.directory.Directory;
import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;
import chat.waddle.monitor.Growth;
import chat.waddle.monitor.OutOfService;
import chat.waddle.server.account.RequestOrigins;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Lane;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.http.RouteHandler;
import chat.waddle.server.monitor.MonitorFeature;
import chat.waddle.server.monitor.ShardInspection;
import chat.waddle.shard.ShardCare;
import chat.waddle.shard.ShardStore;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All shards for operators: sizes, forecasts and health, and what can be done with a single one.
public final class ShardRoutes {
    private static final int USUAL_PAGE = 50;
    private static final int MOST_ITEMS = Math.toIntExact(Limits.PAGE_ITEMS.max());

    private final Directory directory;
    private final ShardStore store;
    private final ShardInspection inspection;
    private final OutOfService outOfService;
    private final ShardList list;
    private final RequestOrigins origins;

    public ShardRoutes(Directory directory, ShardStore store, MonitorFeature monitoring, RequestOrigins origins) {
        this.directory = directory;
        this.store = store;
        this.inspection = monitoring.inspection();
        this.outOfService = monitoring.monitor().outOfService();
        this.list = new ShardList(directory, monitoring.monitor());
        this.origins = origins;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/admin/shards", "listShards", Access.OPERATOR, RateLimit.ADMIN, this::list),
                Route.get("/admin/shards/{shardId}", "getShard", Access.OPERATOR, RateLimit.ADMIN, this::show),
                change("check", "checkShard", Limits.NO_BODY, this::check).in(Lane.BULK),
                change("optimize", "optimizeShard", Limits.NO_BODY, this::optimize)
                        .in(Lane.BULK),
                change("quarantine", "quarantineShard", Limits.JSON_BODY_BYTES, this::quarantine),
                change("release", "releaseShard", Limits.JSON_BODY_BYTES, this::release));
    }

    private static Route change(String verb, String operation, Limits body, RouteHandler handler) {
        return Route.post(
                "/admin/shards/{shardId}/" + verb, operation, Access.OPERATOR, RateLimit.ADMIN, body, handler);
    }

    private void list(Exchange exchange) throws IOException {
        int limit = exchange.limit(USUAL_PAGE, MOST_ITEMS);
        String sort = exchange.query("sort").orElse("id");
        ShardState state = state(exchange);
        switch (sort) {
            case "id" ->
                exchange.json(200, list.page(state, exchange.query("cursor").orElse(""), limit));
            case "used" -> exchange.json(200, list.largest(limit));
            default -> throw malformed("sort", "id or used");
        }
    }

    private static @Nullable ShardState state(Exchange exchange) {
        return switch (exchange.query("state").orElse("")) {
            case "" -> null;
            case "active" -> ShardState.ACTIVE;
            case "quarantined" -> ShardState.QUARANTINED;
            default -> throw malformed("state", "active or quarantined");
        };
    }

    private void show(Exchange exchange) throws IOException {
        ShardRecord shard = shard(exchange);
        Instant since = Objects.requireNonNullElse(shard.measuredAt(), shard.createdAt())
                .minus(Growth.WINDOW);
        List<ShardDetailJson.Point> growth = directory.shards().growth(shard.shard(), since).stream()
                .map(ShardDetailJson.Point::of)
                .toList();
        exchange.json(200, new ShardDetailJson(json(shard), growth));
    }

    private void check(Exchange exchange) throws IOException {
        ShardInspection.Result result = inspection.check(shard(exchange));
        exchange.json(200, new ShardCheckJson(result.sound(), result.serves(), result.findings()));
    }

    private void optimize(Exchange exchange) throws IOException {
        ShardRecord shard = shard(exchange);
        boolean _ = store.use(shard.waddle(), open -> {
            open.optimizeSearch();
            new ShardCare(open).optimize();
            return true;
        });
        exchange.json(200, json(shard(exchange)));
    }

    private void quarantine(Exchange exchange) throws IOException {
        String reason = exchange.body(ReasonJson.class).checked();
        ShardRecord shard = shard(exchange);
        if (!outOfService.quarantine(shard, reason, origins.of(exchange))) {
            throw new Problem.Conflict("already_quarantined", "This shard is out of service already.").asException();
        }
        exchange.json(200, json(shard(exchange)));
    }

    /// The file is opened with all checks before the answer: one that is still damaged goes straight back.
    private void release(Exchange exchange) throws IOException {
        String reason = exchange.body(ReasonJson.class).checked();
        ShardRecord shard = shard(exchange);
        if (!outOfService.release(shard, reason, origins.of(exchange))) {
            throw new Problem.Conflict("not_quarantined", "This shard is not out of service.").asException();
        }
        ShardInspection.Result result = inspection.check(shard(exchange));
        exchange.json(200, new ShardCheckJson(result.sound(), result.serves(), result.findings()));
    }

    private ShardJson json(ShardRecord shard) {
        return list.json(List.of(shard)).getFirst();
    }

    private ShardRecord shard(Exchange exchange) {
        try {
            return directory
                    .shards()
                    .find(new ShardId(exchange.path("shardId")))
                    .orElseThrow(ShardRoutes::unknown);
        } catch (IllegalArgumentException notAnId) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new Problem.NotFound("no_such_shard", "There is no such shard.").asException();
    }

    private static ProblemException malformed(String name, String allowed) {
        return new Problem.Malformed("malformed_parameter", "'" + name + "' must be " + allowed + ".").asException();
    }
}
