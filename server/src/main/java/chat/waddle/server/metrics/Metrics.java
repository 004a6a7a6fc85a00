package chat.waddle.server.metrics;

import chat.waddle.server.http.RequestListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jetty.JettyConnectionMetrics;
import io.micrometer.core.instrument.binder.jetty.JettyServerThreadPoolMetrics;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.eclipse.jetty.server.Server;
import org.jspecify.annotations.Nullable;

/// All meters of the process. Never tagged with a community, a user or a path a client chose. Thread-safe.
public final class Metrics implements RequestListener, AutoCloseable {
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(25), Duration.ofMillis(100), Duration.ofSeconds(1)
    };
    private static final List<String> CLASSES = List.of("1xx", "2xx", "3xx", "4xx", "5xx");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, AtomicReferenceArray<@Nullable Timer>> timers = new ConcurrentHashMap<>();
    private final JvmGcMetrics collections = new JvmGcMetrics();

    public Metrics() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /// Where other parts register their meters.
    public MeterRegistry registry() {
        return registry;
    }

    /// Watches Jetty's connections and threads; called before it starts.
    public void watch(Server jetty) {
        JettyConnectionMetrics.addToAllConnectors(jetty, registry);
        new JettyServerThreadPoolMetrics(jetty.getThreadPool(), List.of()).bindTo(registry);
    }

    @Override
    public void finished(String template, int status, long nanos) {
        int index = Math.clamp(status / 100 - 1, 0, CLASSES.size() - 1);
        AtomicReferenceArray<@Nullable Timer> ofRoute =
                timers.computeIfAbsent(template, _ -> new AtomicReferenceArray<>(CLASSES.size()));
        Timer timer = ofRoute.get(index);
        if (timer == null) {
            // The registry gives the same timer to all who race here.
            timer = timer(template, CLASSES.get(index));
            ofRoute.set(index, timer);
        }
        timer.record(nanos, TimeUnit.NANOSECONDS);
    }

    /// Everything measured, in Prometheus' text format.
    public byte[] scrape() {
        return registry.scrape().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }

    private Timer timer(String template, String status) {
        return Timer.builder("waddle.http.requests")
                .description("Requests by route and class of status")
                .tag("route", template)
                .tag("status", status)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
