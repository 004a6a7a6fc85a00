package chat.waddle.server.admin;

import chat.waddle.migrations.SweepEnding;
import chat.waddle.migrations.SweepFailure;
import chat.waddle.migrations.SweepPlan;
import chat.waddle.migrations.SweepProgress;
import chat.waddle.migrations.SweepReport;
import chat.waddle.server.monitor.MigrationRuns;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where the schemas of all shards stand, and what the run under way and the one before came to.
public record MigrationsJson(
        int targetVersion,
        long total,
        long pending,
        long failedBefore,
        Map<String, Long> shardsByVersion,
        boolean running,
        @Nullable Progress progress,
        @Nullable Run lastRun) {
    private static final int SHOWN_FAILURES = 100;

    public MigrationsJson {
        shardsByVersion = Map.copyOf(shardsByVersion);
    }

    /// How far the run under way is.
    public record Progress(long done, long total, long failed, double shardsPerSecond) {
        static Progress of(SweepProgress progress) {
            return new Progress(progress.done(), progress.total(), progress.failed(), progress.shardsPerSecond());
        }
    }

    /// What a run came to; `ending` is completed, canary_failed or stopped.
    public record Run(
            String ending,
            long skipped,
            long current,
            long migrated,
            long failed,
            List<Failure> failures,
            long elapsedMillis) {
        public Run {
            failures = List.copyOf(failures);
        }

        static Run of(SweepReport report) {
            return new Run(
                    label(report.ending()),
                    report.skipped(),
                    report.current(),
                    report.migrated(),
                    report.failed(),
                    report.failures().stream()
                            .limit(SHOWN_FAILURES)
                            .map(Failure::of)
                            .toList(),
                    report.elapsed().toMillis());
        }
    }

    /// A shard that could not be migrated.
    public record Failure(String shardId, String reason) {
        static Failure of(SweepFailure failure) {
            return new Failure(failure.shardId(), failure.reason());
        }
    }

    public static MigrationsJson of(SweepPlan plan, MigrationRuns.Status status) {
        SweepProgress progress = status.isRunning() ? status.progress() : null;
        SweepReport last = status.last();
        return new MigrationsJson(
                plan.targetVersion(),
                plan.total(),
                plan.pending(),
                plan.failedBefore(),
                plan.shardsByVersion().entrySet().stream()
                        .collect(Collectors.toMap(entry -> Integer.toString(entry.getKey()), Map.Entry::getValue)),
                status.isRunning(),
                progress == null ? null : Progress.of(progress),
                last == null ? null : Run.of(last));
    }

    /// The name of an ending in JSON and on the terminal.
    public static String label(SweepEnding ending) {
        return switch (ending) {
            case SweepEnding.Completed _ -> "completed";
            case SweepEnding.CanaryFailed _ -> "canary_failed";
            case SweepEnding.Stopped _ -> "stopped";
        };
    }
}
