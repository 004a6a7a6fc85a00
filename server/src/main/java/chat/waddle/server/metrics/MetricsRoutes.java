package chat.waddle.server.metrics;

import chat.waddle.server.http.Access;
import chat.waddle.server.http.Exchange;
import chat.waddle.server.http.Lane;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.RateLimit;
import chat.waddle.server.http.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/// `GET /metrics`: for clients on the same machine only, unless metrics have a listener of their own.
public final class MetricsRoutes {
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private static final List<String> SIGNS_OF_A_PROXY = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Proto",
            "X-Forwarded-Server",
            "X-Real-IP");

    private final Metrics metrics;
    private final boolean loopbackOnly;

    public MetricsRoutes(Metrics metrics, boolean loopbackOnly) {
        this.metrics = metrics;
        this.loopbackOnly = loopbackOnly;
    }

    public List<Route> routes() {
        return List.of(
                Route.get("/metrics", "getMetrics", Access.PUBLIC, RateLimit.NONE, this::scrape)
                        .in(Lane.OPERATIONS),
                Route.page("/metrics", "rootMetrics", this::scrape));
    }

    private void scrape(Exchange exchange) throws IOException {
        if (loopbackOnly && !isLocal(exchange)) {
            throw new Problem.NotFound("no_such_path", "There is nothing at this path.").asException();
        }
        byte[] text = metrics.scrape();
        exchange.bytes(200, TEXT, text, 0, text.length);
    }

    /// A proxy on this machine that is not trusted may forward strangers: its header alone gives them away.
    private static boolean isLocal(Exchange exchange) {
        boolean forwarded =
                SIGNS_OF_A_PROXY.stream().anyMatch(name -> exchange.header(name).isPresent());
        return !forwarded && InetAddress.ofLiteral(exchange.clientAddress()).isLoopbackAddress();
    }
}
