package chat.waddle.server.config;

import chat.waddle.server.http.HttpSettings;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.RateRule;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The settings of a server as options of the command line; a mixin of every command that opens one. Filled by
/// picocli, read once through [#config].
public final class ServerOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: ./data).")
    private Path data = Path.of("data");

    @Option(names = "--host", description = "Address to listen on (default: 127.0.0.1).")
    private String host = "127.0.0.1";

    @Option(names = "--port", description = "Port to listen on, 0 for any free one (default: 8080).")
    private int port = 8080;

    @Option(
            names = "--shard-limit-bytes",
            paramLabel = "SIZE",
            description = "Size limit of each community's file (default: 10000000000).")
    private String shardLimitBytes = "10000000000";

    @Option(names = "--rate-limits", paramLabel = "on|off", description = "Whether requests are limited (default: on).")
    private String rateLimits = "on";

    @Option(
            names = "--rate-limit",
            paramLabel = "NAME=N/TIME",
            description = "One rate limit, such as messages=100/10s. Repeatable.")
    private List<String> rateLimit = new ArrayList<>();

    @Option(
            names = "--store",
            paramLabel = "URL",
            description = "Where uploaded files go: file: and a folder (default: objects in the data directory).")
    private @Nullable URI store;

    @Option(
            names = "--attachment-limit-bytes",
            paramLabel = "SIZE",
            description = "The largest file one may upload (default: 25000000).")
    private String attachmentLimitBytes = Long.toString(ServerConfig.USUAL_ATTACHMENT_LIMIT_BYTES);

    @Option(
            names = "--conversation-shards",
            paramLabel = "COUNT",
            description = "In how many files conversations stand; settled by the first of them (default: 16).")
    private int conversationShards = ServerConfig.USUAL_CONVERSATION_SHARDS;

    @Option(
            names = "--hot-days",
            paramLabel = "DAYS",
            description = "How long history stays in the live file. Not used yet.")
    private @Nullable Integer hotDays;

    @Option(names = "--public-url", paramLabel = "URL", description = "The address people use to reach this server.")
    private @Nullable URI publicUrl;

    @Option(
            names = "--trusted-proxies",
            split = ",",
            paramLabel = "RANGE",
            description = "Proxies whose X-Forwarded-For is believed.")
    private List<String> trustedProxies = new ArrayList<>();

    @Option(
            names = "--allowed-origins",
            split = ",",
            paramLabel = "ORIGIN",
            description = "Web pages from elsewhere that may call the interface.")
    private List<String> allowedOrigins = new ArrayList<>();

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Own port for metrics (default: main port, loopback clients only).")
    private @Nullable Integer metricsPort;

    @Option(
            names = "--monitor-interval",
            paramLabel = "TIME",
            description = "Time between two rounds through all shards, 0s for none (default: 60s).")
    private String monitorInterval = "60s";

    @Option(names = "--alert-webhook", paramLabel = "URL", description = "Where alerts are posted as JSON.")
    private @Nullable URI alertWebhook;

    @Option(
            names = "--ballast-bytes",
            paramLabel = "SIZE",
            description =
                    "File kept in hand against a full disk, 0 for none (default: 256 MB, at most 1 %% of the disk).")
    private @Nullable String ballastBytes;

    @Option(names = "--log", paramLabel = "text|json", description = "Form of the log (default: text).")
    private String log = "text";

    public Path data() {
        return data;
    }

    /// Checks everything; throws [ConfigException] with one line that names the setting.
    public ServerConfig config(LayeredDefaults defaults) {
        try {
            HttpSettings http = new HttpSettings(
                    host,
                    port,
                    onOff("rate-limits", rateLimits),
                    rates(defaults),
                    allowedOrigins,
                    trustedProxies,
                    Map.of(),
                    HttpSettings.Timeouts.usual());
            return new ServerConfig(
                    data,
                    http,
                    Quantities.bytes(shardLimitBytes),
                    hotDays == null ? OptionalInt.empty() : OptionalInt.of(hotDays),
                    Optional.ofNullable(store),
                    Optional.ofNullable(publicUrl),
                    metricsPort == null ? OptionalInt.empty() : OptionalInt.of(metricsPort),
                    logFormat(),
                    monitor(),
                    Quantities.bytes(attachmentLimitBytes),
                    conversationShards);
        } catch (IllegalArgumentException problem) {
            throw new ConfigException(String.valueOf(problem.getMessage()));
        }
    }

    private MonitorConfig monitor() {
        return new MonitorConfig(
                Quantities.duration(monitorInterval),
                Optional.ofNullable(alertWebhook),
                ballastBytes == null ? OptionalLong.empty() : OptionalLong.of(Quantities.bytes(ballastBytes)));
    }

    private Map<RateLimit, RateRule> rates(LayeredDefaults defaults) {
        Map<RateLimit, RateRule> rates = new EnumMap<>(RateLimit.class);
        rates.putAll(defaults.rates());
        for (String given : rateLimit) {
            int equals = given.indexOf('=');
            if (equals < 0) {
                throw new ConfigException("--rate-limit " + given + ": write it like messages=100/10s");
            }
            rates.put(LayeredDefaults.limit(given.substring(0, equals)), Quantities.rate(given.substring(equals + 1)));
        }
        return rates;
    }

    private static boolean onOff(String option, String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "on", "true" -> true;
            case "off", "false" -> false;
            default -> throw new ConfigException(option + " is either on or off, not '" + text + "'");
        };
    }

    private LogFormat logFormat() {
        return switch (log.toLowerCase(Locale.ROOT)) {
            case "text" -> LogFormat.TEXT;
            case "json" -> LogFormat.JSON;
            default -> throw new ConfigException("log is either text or json, not '" + log + "'");
        };
    }
}
