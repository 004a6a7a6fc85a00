package chat.waddle.server.monitor;

import chat.waddle.directory.Directory;
import chat.waddle.migrations.SweepOptions;
import chat.waddle.monitor.Ballast;
import chat.waddle.monitor.Monitor;
import chat.waddle.monitor.MonitorListener;
import chat.waddle.monitor.MonitorSettings;
import chat.waddle.monitor.RunUntilClosed;
import chat.waddle.server.config.MonitorConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The monitor with everything it needs, and what operators do with single shards and with migrations. Thread-safe.
///
/// The loop runs only in a server: [#startLoop].
public final class MonitorFeature implements AutoCloseable {
    private static final SweepOptions AT_START = SweepOptions.DEFAULT.withMaxShardsPerSecond(20);

    private final Monitor monitor;
    private final ShardInspection inspection;
    private final MigrationRuns migrations;
    private final Optional<AlertWebhook> webhook;

    private MonitorFeature(
            Monitor monitor, ShardInspection inspection, MigrationRuns migrations, Optional<AlertWebhook> webhook) {
        this.monitor = monitor;
        this.inspection = inspection;
        this.migrations = migrations;
        this.webhook = webhook;
    }

    public static MonitorFeature of(
            Monitor.Place place, MonitorConfig config, InstantSource clock, MeterRegistry metrics) {
        Optional<AlertWebhook> webhook = config.webhook().map(AlertWebhook::new);
        List<MonitorListener> listeners = new ArrayList<>(List.of(new AlertLog(), new MonitorMetrics(metrics)));
        webhook.ifPresent(listeners::add);
        long ballastBytes = config.ballastBytes().orElseGet(() -> Ballast.usualBytes(place.root()));
        Monitor monitor = new Monitor(
                place, Ballast.in(place.root(), ballastBytes), MonitorSettings.USUAL, clock, new Listeners(listeners));
        Directory directory = place.directory();
        DirectoryFleet fleet = new DirectoryFleet(directory, place.store(), monitor.outOfService());
        ShardInspection inspection = new ShardInspection(directory.shards(), place.store(), monitor.outOfService());
        return new MonitorFeature(monitor, inspection, new MigrationRuns(fleet, clock), webhook);
    }

    /// Repeats the monitor's round until the answer is closed.
    public AutoCloseable startLoop(MonitorConfig config) {
        return config.interval().isZero()
                ? () -> {}
                : RunUntilClosed.start("monitor", monitor::tick, config.interval());
    }

    /// Begins to migrate what is behind this program's schema, if anything is, slowly enough for a live server. Shards
    /// that are used before their turn are migrated then.
    public void migrateBehind() {
        if (migrations.plan(AT_START).pending() > 0) {
            boolean _ = migrations.start(AT_START);
        }
    }

    public Monitor monitor() {
        return monitor;
    }

    public ShardInspection inspection() {
        return inspection;
    }

    public MigrationRuns migrations() {
        return migrations;
    }

    @Override
    public void close() {
        migrations.close();
        webhook.ifPresent(AlertWebhook::close);
    }
}
