package chat.waddle.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import org.eclipse.jetty.server.NetworkConnector;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The listening server: Javalin on Jetty, fed from a [RouteTable].
///
/// Handlers run on virtual threads, Jetty's own work on a few platform threads. [#close] first tells health checks
/// that the server is stopping, then refuses new connections, lets requests in work finish, then stops. Thread-safe.
public final class HttpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final HttpSettings settings;
    private final InFlight inFlight;
    private final JettySetup jetty;
    private final Javalin javalin;

    private HttpServer(HttpSettings settings, InFlight inFlight, JettySetup jetty, Javalin javalin) {
        this.settings = settings;
        this.inFlight = inFlight;
        this.jetty = jetty;
        this.javalin = javalin;
    }

    /// Starts listening. Throws [PortTakenException] where the port is in use.
    public static HttpServer open(HttpSettings settings, RouteTable table, HttpParts parts) {
        InFlight inFlight = new InFlight();
        FrontDoor door = new FrontDoor(table, settings, parts, inFlight);
        JettySetup jetty = new JettySetup(settings, parts, door);
        Javalin javalin = Javalin.create(config -> configure(config, jetty, door, parts));
        try {
            javalin.start(settings.host(), settings.port());
        } catch (JavalinBindException problem) {
            jetty.close();
            throw new PortTakenException(settings.host(), settings.port(), problem);
        }
        return new HttpServer(settings, inFlight, jetty, javalin);
    }

    /// The port it listens on; the real one where the settings said 0.
    public int port() {
        return javalin.port();
    }

    public URI uri() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + port());
    }

    /// Whether a stop has begun: time for load balancers to go elsewhere.
    public boolean isStopping() {
        return inFlight.isStopping();
    }

    @Override
    public void close() {
        Server server = javalin.jettyServer().server();
        for (var connector : server.getConnectors()) {
            ((NetworkConnector) connector).close();
        }
        try {
            if (!inFlight.drain(settings.timeouts().stop())) {
                LOG.warn("Requests were still in work when the time to stop ran out");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        javalin.stop();
        jetty.close();
    }

    private static void configure(JavalinConfig config, JettySetup jetty, FrontDoor door, HttpParts parts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.generateEtags = false;
        jetty.apply(config);
        parts.sockets().accept(config.routes);
        for (HandlerType verb : HandlerType.values()) {
            if (verb.isHttpMethod()) {
                config.routes.addEndpoint(new Endpoint(verb, "*", door));
            }
        }
    }
}
