package chat.waddle.server.monitor;

import chat.waddle.migrations.Fleet;
import chat.waddle.migrations.FleetSweep;
import chat.waddle.migrations.SweepFailure;
import chat.waddle.migrations.SweepListener;
import chat.waddle.migrations.SweepOptions;
import chat.waddle.migrations.SweepPlan;
import chat.waddle.migrations.SweepProgress;
import chat.waddle.migrations.SweepReport;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sweeps of migrations through the fleet, one at a time. Thread-safe.
public final class MigrationRuns implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MigrationRuns.class);

    private final Fleet fleet;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable FleetSweep running;
    private @Nullable Thread thread;
    private @Nullable SweepProgress progress;
    private @Nullable SweepReport lastReport;

    public MigrationRuns(Fleet fleet, InstantSource clock) {
        this.fleet = fleet;
        this.clock = clock;
    }

    /// Where migrations stand.
    ///
    /// @param progress of the run under way, null before its first shard
    /// @param last the report of the run before
    public record Status(
            boolean isRunning,
            @Nullable SweepProgress progress,
            @Nullable SweepReport last) {}

    /// What a run would do, from the directory alone.
    public SweepPlan plan(SweepOptions options) {
        return new FleetSweep(fleet, DirectoryFleet.targetVersion(), options, clock, SweepListener.SILENT).plan();
    }

    public Status status() {
        lock.lock();
        try {
            return new Status(running != null, progress, lastReport);
        } finally {
            lock.unlock();
        }
    }

    /// Runs to the end on the calling thread.
    ///
    /// @return empty when another run is under way
    public Optional<SweepReport> run(SweepOptions options, SweepListener listener) {
        Optional<FleetSweep> sweep = begin(options, listener);
        return sweep.map(this::finish);
    }

    /// Runs in the background.
    ///
    /// @return false when another run is under way
    public boolean start(SweepOptions options) {
        Optional<FleetSweep> sweep = begin(options, SweepListener.SILENT);
        if (sweep.isEmpty()) {
            return false;
        }
        Thread worker = Thread.ofPlatform().name("migrations").daemon().unstarted(() -> {
            try {
                SweepReport report = finish(sweep.get());
                LOG.atInfo()
                        .addKeyValue("migrated", report.migrated())
                        .addKeyValue("failed", report.failed())
                        .log("Migrations ended");
            } catch (RuntimeException failure) {
                LOG.error("Migrations broke off", failure);
            }
        });
        lock.lock();
        try {
            thread = worker;
        } finally {
            lock.unlock();
        }
        worker.start();
        return true;
    }

    private Optional<FleetSweep> begin(SweepOptions options, SweepListener listener) {
        lock.lock();
        try {
            if (running != null) {
                return Optional.empty();
            }
            progress = null;
            FleetSweep sweep =
                    new FleetSweep(fleet, DirectoryFleet.targetVersion(), options, clock, new Heard(listener));
            running = sweep;
            return Optional.of(sweep);
        } finally {
            lock.unlock();
        }
    }

    private SweepReport finish(FleetSweep sweep) {
        SweepReport report = null;
        try {
            report = sweep.run();
            return report;
        } finally {
            lock.lock();
            try {
                running = null;
                lastReport = report == null ? lastReport : report;
            } finally {
                lock.unlock();
            }
        }
    }

    /// Keeps the progress for whoever asks.
    private final class Heard implements SweepListener {
        private final SweepListener next;

        Heard(SweepListener next) {
            this.next = next;
        }

        @Override
        public void onProgress(SweepProgress now) {
            lock.lock();
            try {
                progress = now;
            } finally {
                lock.unlock();
            }
            next.onProgress(now);
        }

        @Override
        public void onFailure(SweepFailure failure) {
            next.onFailure(failure);
        }
    }

    /// Ends the run under way after the shards it is at.
    @Override
    public void close() {
        Thread worker;
        lock.lock();
        try {
            if (running != null) {
                running.stop();
            }
            worker = thread;
        } finally {
            lock.unlock();
        }
        if (worker == null) {
            return;
        }
        try {
            worker.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
