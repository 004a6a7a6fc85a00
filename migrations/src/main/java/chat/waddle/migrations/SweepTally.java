package chat.waddle.migrations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Counts what a running sweep does and tells its listener. Thread-safe.
final class SweepTally {
    private static final int MAX_FAILURES = 1_000;

    private final long total;
    private final InstantSource clock;
    private final Instant start;
    private final SweepListener listener;
    private final List<SweepFailure> failures = new ArrayList<>();
    private long current;
    private long migrated;
    private long failed;

    SweepTally(long total, InstantSource clock, SweepListener listener) {
        this.total = total;
        this.clock = clock;
        this.start = clock.instant();
        this.listener = listener;
    }

    synchronized void count(String shardId, ShardOutcome outcome) {
        switch (outcome) {
            case ShardOutcome.Current(var _) -> current++;
            case ShardOutcome.Migrated(var _, var _) -> migrated++;
            case ShardOutcome.Failed(String reason) -> fail(new SweepFailure(shardId, reason));
        }
        long done = current + migrated + failed;
        listener.onProgress(new SweepProgress(done, Math.max(done, total), failed, rate(done)));
    }

    private void fail(SweepFailure failure) {
        failed++;
        if (failures.size() < MAX_FAILURES) {
            failures.add(failure);
        }
        listener.onFailure(failure);
    }

    private double rate(long done) {
        double seconds = Math.max(1, elapsed().toMillis()) / 1_000.0;
        return done / seconds;
    }

    private Duration elapsed() {
        return Duration.between(start, clock.instant());
    }

    synchronized SweepReport report(SweepPlan plan, SweepEnding ending) {
        return new SweepReport(
                plan.targetVersion(),
                ending,
                plan.total() - plan.pending(),
                current,
                migrated,
                failed,
                failures,
                elapsed());
    }
}
