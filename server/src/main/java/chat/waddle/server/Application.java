package chat.waddle.server;

import chat.waddle.server.config.ConfigException;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.health.HealthCheck;
import chat.waddle.server.http.HttpParts;
import chat.waddle.server.http.Route;
import chat.waddle.server.metrics.Metrics;
import chat.waddle.sqlite.DataDirectory;
import java.nio.file.Path;
import java.util.List;

/// The composition root: everything that works on one data directory, opened in order and closed in reverse.
///
/// A server and every command use the same parts through it. The process owns the directory while it is open.
public final class Application implements AutoCloseable {
    private final Closing closing;
    private final ServerConfig config;
    private final Metrics metrics;
    private final DataDirectory directory;

    private Application(Closing closing, ServerConfig config, Metrics metrics, DataDirectory directory) {
        this.closing = closing;
        this.config = config;
        this.metrics = metrics;
        this.directory = directory;
    }

    /// Opens the data directory and all parts. Throws [ConfigException] if another process owns the directory.
    public static Application open(ServerConfig config) {
        Closing closing = new Closing();
        try {
            DataDirectory directory = closing.add(DataDirectory.own(config.data())
                    .orElseThrow(() -> new ConfigException("Another process owns the data directory " + config.data()
                            + "; stop it, or give another one with --data")));
            Metrics metrics = closing.add(new Metrics());
            return new Application(closing, config, metrics, directory);
        } catch (RuntimeException failure) {
            closing.close();
            throw failure;
        }
    }

    public ServerConfig config() {
        return config;
    }

    public Metrics metrics() {
        return metrics;
    }

    public Path dataDirectory() {
        return directory.root();
    }

    /// What must work for the server to be ready.
    List<HealthCheck> healthChecks() {
        return List.of();
    }

    /// The endpoints of all features.
    List<Route> featureRoutes() {
        return List.of();
    }

    /// What the features plug into the HTTP server.
    HttpParts httpParts() {
        return HttpParts.none().with(metrics).withJetty(metrics::watch);
    }

    @Override
    public void close() {
        closing.close();
    }
}
