package chat.waddle.server.http;

import io.javalin.config.JavalinConfig;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// Jetty as this server wants it: few platform threads for the network, virtual ones for handlers, tight limits on
/// heads, rates and silence.
final class JettySetup implements AutoCloseable {
    private static final int PLATFORM_THREADS = 16;
    private static final int MOST_VIRTUAL_THREADS = 20_000;
    private static final int ACCEPT_QUEUE = 1_024;

    /// Each connection remembers its headers; Jetty's usual 1,024 take 100 KB a connection, and parsing gains nothing.
    private static final int HEADER_CACHE_CHARS = 0;

    private final HttpSettings settings;
    private final HttpParts parts;
    private final FrontDoor door;
    private final SlowClients slowClients;
    private final CountDownLatch closed = new CountDownLatch(1);

    JettySetup(HttpSettings settings, HttpParts parts, FrontDoor door) {
        this.settings = settings;
        this.parts = parts;
        this.door = door;
        this.slowClients =
                new SlowClients(settings.timeouts().head(), settings.timeouts().minBytesPerSecond(), System::nanoTime);
    }

    void apply(JavalinConfig config) {
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(this::limit);
        config.jetty.addConnector(this::connector);
        config.jetty.modifyServer(server -> {
            server.setHandler(new Edge(slowClients, new HotRoutes(door)));
            server.setErrorHandler(new JettyProblems());
            server.setStopTimeout(settings.timeouts().stop().toMillis());
            parts.jetty().accept(server);
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new JettyProblems()));
        Thread.ofPlatform().daemon().name("slow-clients").start(this::watch);
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void watch() {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                slowClients.tick();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static QueuedThreadPool threads() {
        VirtualThreadPool virtual = new VirtualThreadPool(MOST_VIRTUAL_THREADS);
        virtual.setName("request");
        QueuedThreadPool pool = new QueuedThreadPool(PLATFORM_THREADS);
        pool.setName("jetty");
        pool.setVirtualThreadsExecutor(virtual);
        return pool;
    }

    private void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(Math.toIntExact(Limits.HEADER_BYTES.max()));
        http.setHeaderCacheSize(HEADER_CACHE_CHARS);
        http.setNotifyRemoteAsyncErrors(true);
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.timeouts().idle().toMillis());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setAcceptedTcpNoDelay(true);
        connector.addBean(slowClients);
        return connector;
    }
}
