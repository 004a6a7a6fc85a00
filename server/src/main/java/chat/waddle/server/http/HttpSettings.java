package chat.waddle.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// How the server listens and what it lets in. `port` 0 takes any free port.
///
/// `allowedOrigins` are exact (`https://chat.example.org`); `trustedProxies` are addresses or CIDR ranges.
public record HttpSettings(
        String host,
        int port,
        boolean rateLimits,
        Map<RateLimit, RateRule> rateOverrides,
        List<String> allowedOrigins,
        List<String> trustedProxies,
        Map<Lane, Integer> lanes,
        Timeouts timeouts) {
    public HttpSettings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must lie between 0 and 65535, not " + port);
        }
        rateOverrides = Map.copyOf(rateOverrides);
        allowedOrigins = List.copyOf(allowedOrigins);
        trustedProxies = List.copyOf(trustedProxies);
        lanes = Map.copyOf(lanes);
        Origins.check(allowedOrigins);
        TrustedProxies.check(trustedProxies);
    }

    /// Loopback on any free port, with everything else at its default.
    public static HttpSettings local() {
        return new HttpSettings("127.0.0.1", 0, true, Map.of(), List.of(), List.of(), Map.of(), Timeouts.usual());
    }

    public HttpSettings withRateLimits(boolean on, Map<RateLimit, RateRule> overrides) {
        return new HttpSettings(host, port, on, overrides, allowedOrigins, trustedProxies, lanes, timeouts);
    }

    public HttpSettings withOrigins(List<String> origins) {
        return new HttpSettings(host, port, rateLimits, rateOverrides, origins, trustedProxies, lanes, timeouts);
    }

    public HttpSettings withTrustedProxies(List<String> proxies) {
        return new HttpSettings(host, port, rateLimits, rateOverrides, allowedOrigins, proxies, lanes, timeouts);
    }

    public HttpSettings withLanes(Map<Lane, Integer> places) {
        return new HttpSettings(
                host, port, rateLimits, rateOverrides, allowedOrigins, trustedProxies, places, timeouts);
    }

    public HttpSettings withTimeouts(Timeouts other) {
        return new HttpSettings(host, port, rateLimits, rateOverrides, allowedOrigins, trustedProxies, lanes, other);
    }

    /// How long the server waits: for the head of a request, for any sign of life on a connection, and at its stop
    /// for requests in work. Bodies and answers slower than `minBytesPerSecond` are cut off; the first `head` of
    /// their time is not counted.
    public record Timeouts(Duration head, Duration idle, Duration stop, int minBytesPerSecond) {
        public static Timeouts usual() {
            return new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(20), 256);
        }
    }
}
