package chat.waddle.server.cli.ops;

import chat.waddle.migrations.SweepFailure;
import chat.waddle.migrations.SweepListener;
import chat.waddle.migrations.SweepOptions;
import chat.waddle.migrations.SweepPlan;
import chat.waddle.migrations.SweepProgress;
import chat.waddle.migrations.SweepReport;
import chat.waddle.server.admin.MigrationsJson;
import chat.waddle.server.cli.CommandFailure;
import chat.waddle.server.cli.DataOption;
import chat.waddle.server.cli.ExitCode;
import chat.waddle.server.cli.Operation;
import chat.waddle.server.cli.OperationContext;
import chat.waddle.server.http.Json;
import chat.waddle.server.monitor.MigrationRuns;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `waddle migrate`: brings all shards to the schema of this program; the directory was brought there at the start.
@Command(
        name = "migrate",
        description =
                "Bring all shards to this program's schema; a run that was killed goes on. Exits with 1 on failures.")
public final class MigrateCommand implements Operation {
    @Mixin
    final DataOption data = new DataOption();

    @Option(names = "--plan", description = "Only say what would be done.")
    private boolean planOnly;

    @Option(names = "--verify", description = "Open also shards that are recorded as current.")
    private boolean verify;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public int run(OperationContext context) {
        MigrationRuns runs = context.application().monitoring().migrations();
        SweepOptions options = SweepOptions.DEFAULT.withVerify(verify);
        if (planOnly) {
            return tellPlan(context, runs, options);
        }
        SweepReport report = runs.run(options, listener(context))
                .orElseThrow(() -> new CommandFailure("Migrations are being run already; see GET /admin/migrations"));
        if (json) {
            print(context, MigrationsJson.of(runs.plan(options), runs.status()));
        } else {
            context.out().println(line(report));
        }
        return report.isComplete() ? ExitCode.OK : ExitCode.FINDING;
    }

    private int tellPlan(OperationContext context, MigrationRuns runs, SweepOptions options) {
        SweepPlan plan = runs.plan(options);
        if (json) {
            print(context, MigrationsJson.of(plan, runs.status()));
            return ExitCode.OK;
        }
        context.out()
                .println(plan.pending() + " of " + plan.total() + " shards are to be brought to version "
                        + plan.targetVersion() + " (" + plan.failedBefore() + " failed before)");
        for (Map.Entry<Integer, Long> version : plan.shardsByVersion().entrySet()) {
            context.out().println("  version " + version.getKey() + ": " + version.getValue());
        }
        return ExitCode.OK;
    }

    private SweepListener listener(OperationContext context) {
        return new SweepListener() {
            @Override
            public void onProgress(SweepProgress progress) {
                context.progress().report("migrate", progress.done(), progress.total());
            }

            @Override
            public void onFailure(SweepFailure failure) {
                if (!json) {
                    context.err().println("shard " + failure.shardId() + ": " + failure.reason());
                }
            }
        };
    }

    private static String line(SweepReport report) {
        return "%s in %d ms: %d migrated, %d were current, %d failed, %d skipped as recorded; version %d"
                .formatted(
                        MigrationsJson.label(report.ending()),
                        report.elapsed().toMillis(),
                        report.migrated(),
                        report.current(),
                        report.failed(),
                        report.skipped(),
                        report.targetVersion());
    }

    private static void print(OperationContext context, Object value) {
        context.out().println(new String(Json.bytes(value), StandardCharsets.UTF_8));
    }
}
