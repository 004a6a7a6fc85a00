package chat.waddle.server.config;

import chat.waddle.participant.ConversationIds;
import chat.waddle.server.http.HttpSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/// Everything the operator decided about a server, checked. Immutable.
///
/// `shardLimitBytes` bounds each community's file; `hotDays` is how long months stay in it (empty: only the size
/// decides); `store` is where uploaded files go (empty: a folder in the data directory); `metricsPort` gives
/// metrics their own listener (empty: the main port, for loopback clients only); `attachmentLimitBytes` bounds
/// each uploaded file; `conversationShards` is in how many files conversations stand, settled by the first of them.
public record ServerConfig(
        Path data,
        HttpSettings http,
        long shardLimitBytes,
        OptionalInt hotDays,
        Optional<URI> store,
        Optional<URI> publicUrl,
        OptionalInt metricsPort,
        LogFormat log,
        MonitorConfig monitor,
        long attachmentLimitBytes,
        int conversationShards) {
    /// The smallest shard limit that leaves room for the schema and the reserve.
    public static final long MIN_SHARD_LIMIT_BYTES = 4L * 1024 * 1024;

    /// The largest file one may upload unless the operator says otherwise.
    public static final long USUAL_ATTACHMENT_LIMIT_BYTES = 25_000_000;

    /// The most an operator may allow.
    public static final long MAX_ATTACHMENT_LIMIT_BYTES = 2_000_000_000;

    /// In how many files conversations stand unless the operator says otherwise.
    public static final int USUAL_CONVERSATION_SHARDS = 16;

    public ServerConfig {
        if (conversationShards < 1 || conversationShards > ConversationIds.PLACES) {
            throw new IllegalArgumentException("conversation-shards must lie between 1 and " + ConversationIds.PLACES
                    + ", not " + conversationShards);
        }
        if (attachmentLimitBytes < 1 || attachmentLimitBytes > MAX_ATTACHMENT_LIMIT_BYTES) {
            throw new IllegalArgumentException("attachment-limit-bytes must lie between 1 and "
                    + MAX_ATTACHMENT_LIMIT_BYTES + ", not " + attachmentLimitBytes);
        }
        store.ifPresent(url -> {
            if (!"file".equalsIgnoreCase(url.getScheme())) {
                throw new IllegalArgumentException("store must be file: and a folder, not " + url);
            }
        });
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

    /// With the usual number of files of conversations.
    public ServerConfig(
            Path data,
            HttpSettings http,
            long shardLimitBytes,
            OptionalInt hotDays,
            Optional<URI> store,
            Optional<URI> publicUrl,
            OptionalInt metricsPort,
            LogFormat log,
            MonitorConfig monitor,
            long attachmentLimitBytes) {
        this(
                data,
                http,
                shardLimitBytes,
                hotDays,
                store,
                publicUrl,
                metricsPort,
                log,
                monitor,
                attachmentLimitBytes,
                USUAL_CONVERSATION_SHARDS);
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

    /// With the usual limit of uploaded files.
    public ServerConfig(
            Path data,
            HttpSettings http,
            long shardLimitBytes,
            OptionalInt hotDays,
            Optional<URI> store,
            Optional<URI> publicUrl,
            OptionalInt metricsPort,
            LogFormat log,
            MonitorConfig monitor) {
        this(
                data,
                http,
                shardLimitBytes,
                hotDays,
                store,
                publicUrl,
                metricsPort,
                log,
                monitor,
                USUAL_ATTACHMENT_LIMIT_BYTES);
    }

    /// The folder of the object store, if one was named.
    public Optional<Path> storeFolder() {
        return store.map(url -> url.isOpaque() ? Path.of(url.getSchemeSpecificPart()) : Path.of(url.getPath()));
    }
}
