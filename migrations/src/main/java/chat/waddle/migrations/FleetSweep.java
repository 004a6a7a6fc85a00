package chat.waddle.migrations;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/// Brings all shards of a fleet to one schema version: canaries first, then the others, a few at a time.
///
/// A shard whose recorded version is the target is skipped without opening it, so a second run costs only the pages of
/// the directory and a killed run is simply run again. One bad shard never stops the others, unless it is a canary.
/// Shards that failed in an earlier run are tried again but never as canaries: a file that stays broken must not block
/// the fleet. One sweep object runs once; `plan` and `stop` may be called from any thread.
public final class FleetSweep {
    private final Fleet fleet;
    private final int targetVersion;
    private final SweepOptions options;
    private final InstantSource clock;
    private final SweepListener listener;
    private final Throttle throttle;
    private final CountDownLatch stopped = new CountDownLatch(1);

    public FleetSweep(
            Fleet fleet, int targetVersion, SweepOptions options, InstantSource clock, SweepListener listener) {
        this.fleet = fleet;
        this.targetVersion = targetVersion;
        this.options = options;
        this.clock = clock;
        this.listener = listener;
        this.throttle = new Throttle(options.maxShardsPerSecond(), clock, this::pause);
    }

    /// A sweep whose brake lets time pass in the given way.
    public FleetSweep(
            Fleet fleet,
            int targetVersion,
            SweepOptions options,
            InstantSource clock,
            SweepListener listener,
            Waiter waiter) {
        this.fleet = fleet;
        this.targetVersion = targetVersion;
        this.options = options;
        this.clock = clock;
        this.listener = listener;
        this.throttle = new Throttle(options.maxShardsPerSecond(), clock, waiter);
    }

    private void pause(Duration duration) throws InterruptedException {
        stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Counts what `run` would do and changes nothing.
    public SweepPlan plan() {
        SortedMap<Integer, Long> byVersion = new TreeMap<>();
        long total = 0;
        long pending = 0;
        long failedBefore = 0;
        for (Iterator<FleetShard> shards = shards(); shards.hasNext(); ) {
            FleetShard shard = shards.next();
            byVersion.merge(shard.recordedVersion(), 1L, Long::sum);
            total++;
            pending += isPending(shard) ? 1 : 0;
            failedBefore += shard.failedBefore() ? 1 : 0;
        }
        return new SweepPlan(targetVersion, byVersion, total, pending, failedBefore);
    }

    /// Migrates what is pending; blocks until that is done, a canary failed or someone stopped it.
    public SweepReport run() {
        SweepPlan plan = plan();
        SweepTally tally = new SweepTally(plan.pending(), clock, listener);
        if (plan.pending() == 0) {
            return tally.report(plan, new SweepEnding.Completed());
        }
        try {
            Set<String> canaries = new HashSet<>();
            Optional<SweepFailure> failure = migrateCanaries(tally, canaries);
            if (failure.isPresent()) {
                return tally.report(plan, new SweepEnding.CanaryFailed(failure.get()));
            }
            migrateOthers(tally, canaries);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stop();
        }
        return tally.report(plan, isStopped() ? new SweepEnding.Stopped() : new SweepEnding.Completed());
    }

    /// Ends a run after the shards that are being migrated at this moment.
    public void stop() {
        stopped.countDown();
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private Iterator<FleetShard> shards() {
        return new FleetPages(fleet, options.pageSize());
    }

    private boolean isPending(FleetShard shard) {
        return options.verify() || shard.failedBefore() || shard.recordedVersion() != targetVersion;
    }

    private Optional<SweepFailure> migrateCanaries(SweepTally tally, Set<String> canaries) throws InterruptedException {
        Iterator<FleetShard> shards = shards();
        while (canaries.size() < options.canaries() && !isStopped() && shards.hasNext()) {
            FleetShard shard = shards.next();
            if (!isPending(shard) || shard.failedBefore()) {
                continue;
            }
            throttle.awaitTurn();
            canaries.add(shard.shardId());
            if (migrate(shard.shardId(), tally) instanceof ShardOutcome.Failed(String reason)) {
                return Optional.of(new SweepFailure(shard.shardId(), reason));
            }
        }
        return Optional.empty();
    }

    /// Platform threads, because SQLite may run on them.
    private void migrateOthers(SweepTally tally, Set<String> canaries) throws InterruptedException {
        ThreadFactory threads = Thread.ofPlatform().name("sweep-", 0).daemon().factory();
        Semaphore free = new Semaphore(options.concurrency());
        try (ExecutorService pool = Executors.newFixedThreadPool(options.concurrency(), threads)) {
            Iterator<FleetShard> shards = shards();
            while (!isStopped() && shards.hasNext()) {
                FleetShard shard = shards.next();
                if (!isPending(shard) || canaries.contains(shard.shardId())) {
                    continue;
                }
                throttle.awaitTurn();
                free.acquire();
                pool.execute(() -> migrateUnlessStopped(shard.shardId(), tally, free));
            }
        }
    }

    private void migrateUnlessStopped(String shardId, SweepTally tally, Semaphore free) {
        try {
            if (!isStopped()) {
                migrate(shardId, tally);
            }
        } finally {
            free.release();
        }
    }

    private ShardOutcome migrate(String shardId, SweepTally tally) {
        ShardOutcome outcome = recorded(shardId, attempt(shardId));
        tally.count(shardId, outcome);
        return outcome;
    }

    private ShardOutcome attempt(String shardId) {
        try {
            return switch (fleet.migrate(shardId)) {
                case ShardOutcome.Current(int version) when version != targetVersion -> missed(version);
                case ShardOutcome.Migrated(var _, int version) when version != targetVersion -> missed(version);
                case ShardOutcome outcome -> outcome;
            };
        } catch (RuntimeException e) {
            return new ShardOutcome.Failed(reason(e));
        }
    }

    private ShardOutcome missed(int version) {
        return new ShardOutcome.Failed("it is at version " + version + " instead of " + targetVersion);
    }

    private ShardOutcome recorded(String shardId, ShardOutcome outcome) {
        try {
            fleet.record(shardId, outcome);
            return outcome;
        } catch (RuntimeException e) {
            return new ShardOutcome.Failed("its outcome (" + outcome + ") could not be recorded: " + reason(e));
        }
    }

    private static String reason(RuntimeException e) {
        return Objects.requireNonNullElse(e.getMessage(), e.toString());
    }
}
