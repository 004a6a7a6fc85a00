package chat.waddle.server.config;

import chat.waddle.server.http.HttpSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Everything the operator decided about a server, checked. Immutable.
///
/// `shardLimitBytes` bounds each community's file; `hotDays` is how long months stay in it (empty: only the size
/// decides); `store` is where segments and backups go (empty: a folder in the data directory); `metricsPort` gives
/// metrics their own listener (empty: the main port, for loopback clients only).
public record ServerConfig(
        Path data,
        HttpSettings http,
        long shardLimitBytes,
        OptionalInt hotDays,
        Optional<URI> store,
        Optional<URI> publicUrl,
        OptionalInt metricsPort,
        LogFormat log,
        MonitorConfig monitor) {
    /// The smallest shard limit that leaves room for the schema and the reserve.
    public static final long MIN_SHARD_LIMIT_BYTES = 4L * 1024 * 1024;

    public ServerConfig {
        if (shardLimitBytes < MIN_SHARD_LIMIT_BYTES) {
            throw new IllegalArgumentException(
                    "shard-limit-bytes must be at least " + MIN_SHARD_LIMIT_BYTES + ", not " + shardLimitBytes);
        }
        if (hotDays.isPresent() && hotDays.getAsInt() < 1) {
            throw new IllegalArgumentException("hot-days must be at least 1, not " + hotDays.getAsInt());
        }
        if (metricsPort.isPresent() && (metricsPort.getAsInt() < 0 || metricsPort.getAsInt() > 65_535)) {
            throw new IllegalArgumentException("metrics-port must lie between 0 and 65535");
        }
    }

    /// With the plain monitor.
    public ServerConfig(
            Path data,
            HttpSettings http,
            long shardLimitBytes,
            OptionalInt hotDays,
            Optional<URI> store,
            Optional<URI> publicUrl,
            OptionalInt metricsPort,
            LogFormat log) {
        this(data, http, shardLimitBytes, hotDays, store, publicUrl, metricsPort, log, MonitorConfig.PLAIN);
    }
}
