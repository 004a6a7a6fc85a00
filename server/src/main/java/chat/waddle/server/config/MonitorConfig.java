package chat.waddle.server.config;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// How the shards of a running server are looked after. Immutable.
///
/// @param interval the time between two rounds; zero for none
/// @param webhook where alerts are posted as JSON
/// @param ballastBytes the file kept in hand against a full disk, 0 for none; empty for what fits the disk
public record MonitorConfig(Duration interval, Optional<URI> webhook, OptionalLong ballastBytes) {
    private static final Duration USUAL_INTERVAL = Duration.ofMinutes(1);

    /// A round a minute, no webhook, no ballast.
    public static final MonitorConfig PLAIN = new MonitorConfig(USUAL_INTERVAL, Optional.empty(), OptionalLong.of(0));

    public MonitorConfig {
        if (!interval.isZero() && interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("monitor-interval must be 0s or at least 1s, not " + interval);
        }
        if (ballastBytes.isPresent() && ballastBytes.getAsLong() < 0) {
            throw new IllegalArgumentException("ballast-bytes must not be negative");
        }
        webhook.ifPresent(MonitorConfig::check);
    }

    private static void check(URI webhook) {
        String scheme = webhook.getScheme();
        boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        if (!web || webhook.getHost() == null) {
            throw new IllegalArgumentException("alert-webhook must be an https: or http: address with a host");
        }
    }
}
