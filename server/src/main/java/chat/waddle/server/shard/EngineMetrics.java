package chat.waddle.server.shard;

import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.command.EngineListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// Measures what the engines of all files do: the phases of a commit, batch sizes, queues, upkeep. Thread-safe.
public final class EngineMetrics implements EngineListener {
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(250_000),
        Duration.ofMillis(1),
        Duration.ofMillis(4),
        Duration.ofMillis(16),
        Duration.ofMillis(64),
        Duration.ofMillis(250)
    };

    private final MeterRegistry registry;
    private final Timer begin;
    private final Timer apply;
    private final Timer commit;
    private final DistributionSummary batch;
    private final DistributionSummary waiting;
    private final Counter reopened;
    private final Counter quarantined;
    private final Counter broken;
    private final Map<String, Timer> upkeep = new ConcurrentHashMap<>();

    public EngineMetrics(MeterRegistry registry) {
        this.registry = registry;
        begin = phase("begin");
        apply = phase("apply");
        commit = phase("commit");
        batch = DistributionSummary.builder("waddle.commit.batch")
                .description("Commands in one commit")
                .serviceLevelObjectives(1, 4, 16, 64, 128)
                .register(registry);
        waiting = DistributionSummary.builder("waddle.mailbox.depth")
                .description("Commands waiting behind a commit")
                .serviceLevelObjectives(1, 16, 128, 1024)
                .register(registry);
        reopened = Counter.builder("waddle.shard.reopened")
                .description("Files opened again after an error of the disk")
                .register(registry);
        quarantined = Counter.builder("waddle.shard.quarantined")
                .description("Files taken out of service")
                .register(registry);
        broken = Counter.builder("waddle.shard.broken")
                .description("Defects met on a writer")
                .register(registry);
    }

    @Override
    public void broken(String fileId, String work, Throwable cause) {
        broken.increment();
    }

    private Timer phase(String phase) {
        return Timer.builder("waddle.commit.phase")
                .description("Time of a commit by phase")
                .tag("phase", phase)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public void committed(String fileId, int commands, int queued, Phases phases) {
        begin.record(phases.beginNanos(), TimeUnit.NANOSECONDS);
        apply.record(phases.applyNanos(), TimeUnit.NANOSECONDS);
        commit.record(phases.commitNanos(), TimeUnit.NANOSECONDS);
        batch.record(commands);
        waiting.record(queued);
    }

    @Override
    public void maintained(String fileId, String work, long nanos) {
        upkeep.computeIfAbsent(work, this::upkeepTimer).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer upkeepTimer(String work) {
        return Timer.builder("waddle.upkeep")
                .description("Work of a writer between commits")
                .tag("work", work)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    @Override
    public void reopened(String fileId, StorageException cause) {
        reopened.increment();
    }

    @Override
    public void quarantined(String fileId, StorageException cause) {
        quarantined.increment();
    }
}
