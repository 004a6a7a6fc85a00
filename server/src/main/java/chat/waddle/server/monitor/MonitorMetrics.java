package chat.waddle.server.monitor;

import chat.waddle.monitor.Alert;
import chat.waddle.monitor.MonitorListener;
import chat.waddle.monitor.TickReport;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// What the monitor found, as meters without any shard's name: the table of shards names them. Thread-safe.
final class MonitorMetrics implements MonitorListener {
    private final MeterRegistry registry;
    private final AtomicReference<@Nullable TickReport> last = new AtomicReference<>();
    private final Timer ticks;

    MonitorMetrics(MeterRegistry registry) {
        this.registry = registry;
        ticks = Timer.builder("waddle.monitor.tick")
                .description("Time of a round through all shards")
                .register(registry);
        gauge("waddle.shards", "Shards of the directory", TickReport::shards);
        gauge("waddle.shards.over.mark", "Shards over a mark of their limit", TickReport::overAMark);
        gauge("waddle.shards.out.of.service", "Shards that do not serve", TickReport::outOfService);
        gauge("waddle.shards.deferred", "Shards left for the next round", TickReport::deferred);
        gauge(
                "waddle.disk.free",
                "Bytes left on the disk",
                report -> report.disk().freeBytes());
        gauge(
                "waddle.disk.ballast",
                "Bytes kept in hand",
                report -> report.disk().ballastBytes());
    }

    private void gauge(String name, String description, ToDoubleFunction<TickReport> value) {
        Gauge.builder(name, last, held -> {
                    TickReport report = held.get();
                    return report == null ? Double.NaN : value.applyAsDouble(report);
                })
                .description(description)
                .register(registry);
    }

    @Override
    public void alert(Alert alert) {
        Counter.builder("waddle.alerts")
                .description("Alerts by kind")
                .tag("kind", alert.kind())
                .register(registry)
                .increment();
    }

    @Override
    public void ticked(TickReport report) {
        last.set(report);
        ticks.record(report.took());
    }
}
