package chat.waddle.server;

import chat.waddle.monitor.RunUntilClosed;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.control.CommandOutput;
import chat.waddle.server.control.CommandRequest;
import chat.waddle.server.control.ControlServer;
import chat.waddle.server.docs.DocsRoutes;
import chat.waddle.server.docs.OpenApiDocument;
import chat.waddle.server.health.HealthRoutes;
import chat.waddle.server.http.HttpServer;
import chat.waddle.server.http.Route;
import chat.waddle.server.http.RouteTable;
import chat.waddle.server.metrics.MetricsListener;
import chat.waddle.server.metrics.MetricsRoutes;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// A whole running server: the [Application] with its HTTP, metrics and control listeners. Thread-safe.
public final class WaddleServer implements AutoCloseable {
    /// How often the directory's picture of who belongs where is compared with the shards.
    private static final Duration ROBOTS = Duration.ofSeconds(5);
    private static final Duration MIRRORING = Duration.ofSeconds(30);
    /// How often it is looked whether something is due; far below the second within which it must be done.
    private static final Duration TIMING = Duration.ofMillis(250);

    /// How often it is looked whether an account is to be erased or copied.
    private static final Duration ERASING = Duration.ofSeconds(1);

    private final Closing closing;
    private final HttpServer http;
    private final RouteTable routes;
    private final OptionalInt metricsPort;
    private final Application application;

    private WaddleServer(
            Closing closing, HttpServer http, RouteTable routes, OptionalInt metricsPort, Application application) {
        this.closing = closing;
        this.http = http;
        this.routes = routes;
        this.metricsPort = metricsPort;
        this.application = application;
    }

    /// Opens everything and starts to listen; `commands` carries out what arrives at the control endpoint.
    public static WaddleServer open(ServerConfig config, ServerCommands commands) {
        return open(config, commands, _ -> {});
    }

    /// The same; `beforeListening` is done before anybody can ask for anything.
    public static WaddleServer open(
            ServerConfig config, ServerCommands commands, Consumer<Application> beforeListening) {
        Closing closing = new Closing();
        try {
            Application application = closing.add(Application.open(config));
            beforeListening.accept(application);
            AtomicBoolean stopping = new AtomicBoolean();
            RouteTable routes = new RouteTable(routes(application, stopping));
            OptionalInt metricsPort = config.metricsPort();
            if (metricsPort.isPresent()) {
                MetricsListener listener = closing.add(
                        MetricsListener.open(config.http().host(), metricsPort.getAsInt(), application.metrics()));
                metricsPort = OptionalInt.of(listener.port());
            }
            HttpServer http = closing.add(HttpServer.open(config.http(), routes, application.httpParts()));
            closing.add(ControlServer.open(
                    application.dataDirectory(), (request, output) -> commands.run(application, request, output)));
            closing.add(() -> stopping.set(true));
            closing.add(application.monitoring().startLoop(config.monitor()));
            application.monitoring().migrateBehind();
            closing.add(RunUntilClosed.start("robots", application.robots()::tick, ROBOTS));
            closing.add(RunUntilClosed.start("members", application.waddles().mirror()::tick, MIRRORING));
            closing.add(RunUntilClosed.start(
                    "statuses", application.stores().directory().statuses().timer()::tick, TIMING));
            closing.add(RunUntilClosed.start("exports", application.exports()::tick, ERASING));
            closing.add(RunUntilClosed.start("erasures", application.erasures()::tick, ERASING));
            closing.add(RunUntilClosed.start(
                    "reminders", application.stores().directory().reminders().timer()::tick, TIMING));
            return new WaddleServer(closing, http, routes, metricsPort, application);
        } catch (RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    public URI uri() {
        return http.uri();
    }

    /// What the server works on.
    public Application application() {
        return application;
    }

    /// The metrics' own port, with the real number where the settings said 0.
    public OptionalInt metricsPort() {
        return metricsPort;
    }

    public RouteTable routes() {
        return routes;
    }

    @Override
    public void close() {
        closing.close();
    }

    private static List<Route> routes(Application application, AtomicBoolean stopping) {
        List<Route> routes = new ArrayList<>(application.featureRoutes());
        routes.addAll(new HealthRoutes(application.healthChecks(), stopping::get, InstantSource.system()).routes());
        if (application.config().metricsPort().isEmpty()) {
            routes.addAll(new MetricsRoutes(application.metrics(), true).routes());
        }
        routes.addAll(new DocsRoutes(OpenApiDocument.load()).routes());
        return routes;
    }

    /// Carries out commands inside the server.
    @FunctionalInterface
    public interface ServerCommands {
        int run(Application application, CommandRequest request, CommandOutput output);
    }
}
