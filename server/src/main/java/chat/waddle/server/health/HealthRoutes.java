package chat.waddle.server.health;

import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Lane;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /health`, `/health/live` and `/health/ready`, under the interface and, for load balancers, at the root.
///
/// The check named `database` also stands at the top of the body. Thread-safe.
public final class HealthRoutes {
    private static final Logger LOG = LoggerFactory.getLogger(HealthRoutes.class);
    private static final String DATABASE = "database";

    private final List<HealthCheck> checks;
    private final BooleanSupplier stopping;
    private final InstantSource clock;

    public HealthRoutes(List<HealthCheck> checks, BooleanSupplier stopping, InstantSource clock) {
        this.checks = List.copyOf(checks);
        this.stopping = stopping;
        this.clock = clock;
    }

    public List<Route> routes() {
        return List.of(
                api("/health", "getHealth").in(Lane.OPERATIONS),
                Route.get("/health/live", "getLiveness", Access.PUBLIC, RateLimit.NONE, this::live)
                        .in(Lane.OPERATIONS),
                api("/health/ready", "getReadiness").in(Lane.OPERATIONS),
                Route.page("/health", "rootHealth", this::ready),
                Route.page("/health/live", "rootLiveness", this::live),
                Route.page("/health/ready", "rootReadiness", this::ready));
    }

    private Route api(String path, String operationId) {
        return Route.get(path, operationId, Access.PUBLIC, RateLimit.NONE, this::ready);
    }

    private void live(Exchange exchange) throws IOException {
        exchange.json(200, Map.of("status", "ok", "timestamp", clock.instant()));
    }

    private void ready(Exchange exchange) throws IOException {
        Map<String, String> results = new TreeMap<>();
        checks.forEach(check -> results.put(check.name(), isHealthy(check) ? "ok" : "failed"));
        if (stopping.getAsBoolean()) {
            results.put("accepting", "stopping");
        }
        boolean healthy = results.values().stream().allMatch("ok"::equals);
        exchange.json(
                healthy ? 200 : 503,
                new Report(
                        healthy ? "ok" : "unavailable",
                        results.getOrDefault(DATABASE, "ok"),
                        clock.instant(),
                        results));
    }

    private static boolean isHealthy(HealthCheck check) {
        try {
            return check.isHealthy();
        } catch (Exception problem) {
            LOG.atWarn().setCause(problem).addKeyValue("check", check.name()).log("A health check failed");
            return false;
        }
    }

    record Report(String status, String database, Instant timestamp, Map<String, String> checks) {}
}
