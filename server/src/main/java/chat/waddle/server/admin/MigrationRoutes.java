package chat.waddle.server.admin;

import chat.waddle.migrations.SweepOptions;
import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Limits;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import chat.waddle.server.monitor.MigrationRuns;
import java.io.IOException;
import java.util.List;

/// The schemas of all shards for operators: where they stand, and a run through those that lag behind.
public final class MigrationRoutes {
    private final MigrationRuns runs;

    public MigrationRoutes(MigrationRuns runs) {
        this.runs = runs;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/admin/migrations", "getMigrations", Access.OPERATOR, RateLimit.ADMIN, this::show),
                Route.post(
                        "/admin/migrations/run",
                        "runMigrations",
                        Access.OPERATOR,
                        RateLimit.ADMIN,
                        Limits.NO_BODY,
                        this::run));
    }

    private void show(Exchange exchange) throws IOException {
        exchange.json(200, MigrationsJson.of(runs.plan(SweepOptions.DEFAULT), runs.status()));
    }

    /// Begins in the background; how far it is says the other route.
    private void run(Exchange exchange) throws IOException {
        if (!runs.start(SweepOptions.DEFAULT)) {
            throw new Problem.Conflict("migrations_running", "Migrations are being run already.").asException();
        }
        exchange.json(202, MigrationsJson.of(runs.plan(SweepOptions.DEFAULT), runs.status()));
    }
}
