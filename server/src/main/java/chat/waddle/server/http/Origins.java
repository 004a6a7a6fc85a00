package chat.waddle.server.http;

import java.net.URI;
import java.util.List;
import java.util.Set;

/// The web pages from elsewhere that may call the interface from a browser: an exact list, no patterns. Immutable.
final class Origins {
    private static final String METHODS = "GET, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, If-None-Match, X-Request-Id";
    private static final String EXPOSED_HEADERS = "ETag, Retry-After, X-Request-Id, X-RateLimit-Limit,"
            + " X-RateLimit-Remaining, X-RateLimit-Reset-After, X-RateLimit-Bucket";

    private final Set<String> allowed;

    Origins(List<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /// Throws `IllegalArgumentException` naming the entry that is no origin.
    static void check(List<String> origins) {
        origins.forEach(Origins::check);
    }

    /// Adds what a browser needs to hand the answer to an allowed page; nothing at all for any other page.
    void mark(Wire wire) {
        if (allowed.isEmpty()) {
            return;
        }
        wire.addHeader("Vary", "Origin");
        String origin = wire.header("Origin");
        if (origin != null && allowed.contains(origin)) {
            wire.header("Access-Control-Allow-Origin", origin);
            wire.header("Access-Control-Expose-Headers", EXPOSED_HEADERS);
        }
    }

    /// Answers a browser's question before the request itself.
    void preflight(Wire wire) {
        String origin = wire.header("Origin");
        if (origin != null && allowed.contains(origin)) {
            wire.header("Access-Control-Allow-Methods", METHODS);
            wire.header("Access-Control-Allow-Headers", REQUEST_HEADERS);
            wire.header("Access-Control-Max-Age", "600");
        }
    }

    private static void check(String origin) {
        try {
            URI uri = URI.create(origin);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            String bare = uri.getScheme() + "://" + uri.getRawAuthority();
            if (web && uri.getHost() != null && bare.equals(origin)) {
                return;
            }
        } catch (IllegalArgumentException _) {
            throw wrong(origin);
        }
        throw wrong(origin);
    }

    private static IllegalArgumentException wrong(String origin) {
        return new IllegalArgumentException(
                "'" + origin + "' is not an origin; write it as scheme and host, such as https://chat.example.org");
    }
}
