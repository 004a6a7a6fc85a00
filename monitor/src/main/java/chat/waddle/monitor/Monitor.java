package chat.waddle.monitor;

import chat.waddle.directory.Directory;
import chat.waddle.directory.shard.ShardId;
import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.directory.shard.ShardState;
import chat.waddle.shard.Shard;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Looks after all shards: measures, judges, forecasts, checks, cleans up, and tells what changed.
///
/// One [#tick] does everything that is due and never waits for time to pass; [RunUntilClosed] repeats it. Ticks of
/// several threads follow one another. Archiving is judged here but not done here.
public final class Monitor {
    private static final int PAGE = 500;
    private static final Duration PRUNE_EVERY = Duration.ofHours(1);
    private static final int PRUNED_AT_ONCE = 500;
    private static final int PRUNE_ROUNDS = 20;

    private final Directory directory;
    private final ShardStore store;
    private final ChangedShards changes;
    private final SizePolicy policy;
    private final Ballast ballast;
    private final MonitorSettings settings;
    private final InstantSource clock;
    private final MonitorListener listener;
    private final OutOfService outOfService;
    private final GrowthBook growth;
    private final MeasureLog log;
    private final ShardUpkeep upkeep;
    private final ShardWatch watch = new ShardWatch();
    private final ReentrantLock ticking = new ReentrantLock();
    private final ShardFiles files;
    private final Set<String> failing = new HashSet<>();
    private final Map<ShardId, Instant> checkAttempts = new HashMap<>();
    private Instant prunedAt = Instant.MIN;
    private boolean ticked;

    /// What the monitor looks after.
    ///
    /// @param root the data directory
    /// @param limits those of each shard's file
    /// @param chores what else is done for each shard in turn
    public record Place(
            Directory directory,
            ShardStore store,
            ChangedShards changes,
            Path root,
            FileOptions limits,
            List<ShardChore> chores) {
        public Place {
            chores = List.copyOf(chores);
        }

        /// Without chores.
        public Place(Directory directory, ShardStore store, ChangedShards changes, Path root, FileOptions limits) {
            this(directory, store, changes, root, limits, List.of());
        }
    }

    public Monitor(
            Place place, Ballast ballast, MonitorSettings settings, InstantSource clock, MonitorListener listener) {
        this.directory = place.directory();
        this.store = place.store();
        this.changes = place.changes();
        this.policy = SizePolicy.of(place.limits());
        this.ballast = ballast;
        this.settings = settings;
        this.clock = clock;
        this.listener = listener;
        this.outOfService = new OutOfService(directory.shards(), store, place.root());
        this.files = new ShardFiles(place.root());
        this.growth = new GrowthBook(directory.shards());
        this.log = new MeasureLog(directory.shards(), changes, settings.pointEvery());
        this.upkeep = new ShardUpkeep(settings, place.chores(), directory.legalHolds());
    }

    /// Does everything that is due.
    public TickReport tick() {
        return tick(report -> {});
    }

    /// The same, telling of each shard, in order of their ids.
    public TickReport tick(Consumer<ShardReport> sink) {
        ticking.lock();
        try {
            TickReport report = new Tick(sink).run();
            ticked = true;
            listener.ticked(report);
            return report;
        } finally {
            ticking.unlock();
        }
    }

    /// What is known of one shard, from the directory alone.
    public ShardReport look(ShardRecord shard) {
        Step step = policy.judge(shard.usedBytes(), watch.lastStep(shard.shard()));
        return report(shard, step, clock.instant());
    }

    private ShardReport report(ShardRecord shard, Step step, Instant now) {
        Growth grown = growth.of(shard, now);
        Forecast forecast = grown.forecast(shard.usedBytes(), policy.roomBytes());
        return new ShardReport(shard, policy.percent(shard.usedBytes()), grown, forecast, step);
    }

    public OutOfService outOfService() {
        return outOfService;
    }

    /// The limit all shards are judged by.
    public SizePolicy policy() {
        return policy;
    }

    /// One round through everything.
    private final class Tick {
        private final Consumer<ShardReport> sink;
        private final Instant now = clock.instant();
        private final long startedNanos = System.nanoTime();
        private final Measuring measuring = new Measuring(
                store, directory.catalogue(), changes, outOfService, this::mayHaveChanged, settings.opensPerTick());
        private final CheckRotation checks =
                new CheckRotation(directory.shards(), store, outOfService, upkeep, settings, checkAttempts, now);
        private long shards;
        private long overAMark;
        private long lost;
        private long failed;

        Tick(Consumer<ShardReport> sink) {
            this.sink = sink;
        }

        TickReport run() {
            attempt("trim the ballast", () -> ballast.trim().ifPresent(listener::alert));
            visitAll();
            attempt("sweep up after the shards", upkeep::throwFailure);
            attempt("put idle shards away", store::putAwayIdle);
            attempt("prune the directory", this::prune);
            upkeep.forgetBefore(now);
            Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
            return new TickReport(
                    now,
                    took,
                    shards,
                    measuring.measured(),
                    measuring.opened(),
                    measuring.deferred(),
                    overAMark,
                    lost,
                    checks.checked(),
                    upkeep.takeErased(),
                    failed,
                    ballast.report());
        }

        private void visitAll() {
            List<ShardRecord> page = directory.shards().page("", PAGE);
            while (!page.isEmpty()) {
                page.forEach(this::visitApart);
                attempt("tell the directory what was measured", log::flush);
                page = page.size() < PAGE
                        ? List.of()
                        : directory.shards().page(page.getLast().shard().value(), PAGE);
            }
        }

        /// Before the first tick nobody listened to the files; later a shard counts as changed when it was heard of.
        private boolean mayHaveChanged(ShardRecord shard) {
            return ticked ? shard.measuredAt() == null : files.writtenSinceMeasure(shard);
        }

        /// One shard never keeps the others from being looked after.
        private void visitApart(ShardRecord shard) {
            attempt("look after shard " + shard.shard(), () -> visit(shard));
        }

        private void visit(ShardRecord shard) {
            shards++;
            ShardRecord seen = shard.state() == ShardState.QUARANTINED ? shard : lookAfter(shard);
            Step step = policy.judge(seen.usedBytes(), watch.lastStep(seen.shard()));
            ShardReport report = report(seen, step, now);
            if (report.isOutOfService()) {
                lost++;
                watch.notServing(seen).ifPresent(listener::alert);
            } else {
                overAMark += step.isOverAMark() ? 1 : 0;
                watch.serving(seen, step, report.percent()).ifPresent(listener::alert);
            }
            sink.accept(report);
        }

        /// @return what is known of the shard now
        private ShardRecord lookAfter(ShardRecord shard) {
            boolean damaged = checks.visit(shard);
            if (damaged) {
                return directory.shards().find(shard.shard()).orElse(shard);
            }
            return switch (measuring.measure(shard)) {
                case Measuring.Outcome.AsRecorded _ -> shard;
                case Measuring.Outcome.Lost _ ->
                    directory.shards().find(shard.shard()).orElse(shard);
                case Measuring.Outcome.Measured measured -> {
                    if (log.add(shard, measured.figures(), now)) {
                        growth.forget(shard.shard());
                    }
                    measuring.open(shard.waddle()).ifPresent(open -> care(shard, open));
                    yield Remeasured.with(shard, measured.figures(), now);
                }
            };
        }

        private void care(ShardRecord shard, Shard open) {
            try {
                upkeep.visit(open, now);
            } catch (StorageException failure) {
                boolean _ = outOfService.judge(shard, failure);
            }
        }

        private void prune() {
            if (prunedAt.isAfter(now.minus(PRUNE_EVERY))) {
                return;
            }
            prunedAt = now;
            for (int round = 0; round < PRUNE_ROUNDS; round++) {
                if (directory.sessions().prune() < PRUNED_AT_ONCE) {
                    return;
                }
            }
        }

        private void attempt(String part, Part work) {
            try {
                work.run();
                failing.remove(part);
            } catch (IOException | RuntimeException failure) {
                failed(part, failure);
            }
        }

        /// Told when it begins to fail, not each time.
        private void failed(String part, Exception failure) {
            failed++;
            if (failing.add(part)) {
                listener.alert(new Alert.PartFailed(part, String.valueOf(failure.getMessage())));
            }
        }
    }

    /// A part of a tick whose failure must not end the tick.
    @FunctionalInterface
    private interface Part {
        void run() throws IOException;
    }
}
