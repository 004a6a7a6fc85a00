package chat.waddle.server.http;

import io.javalin.config.RoutesConfig;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Server;

/// What features plug into the server beside their routes: who is signed in, who is a member, who wants to hear of
/// requests, which WebSockets there are, what listens on Jetty itself, and the clock of the rate limits.
public record HttpParts(
        Authenticator authenticator,
        Gatekeeper gatekeeper,
        RequestListener listener,
        Consumer<RoutesConfig> sockets,
        Consumer<Server> jetty,
        LongSupplier nanoClock) {
    /// Nobody signed in, no communities, nothing measured.
    public static HttpParts none() {
        return new HttpParts(
                Authenticator.NOBODY,
                Gatekeeper.NO_COMMUNITIES,
                RequestListener.NONE,
                _ -> {},
                _ -> {},
                System::nanoTime);
    }

    public HttpParts with(Authenticator other) {
        return new HttpParts(other, gatekeeper, listener, sockets, jetty, nanoClock);
    }

    public HttpParts with(Gatekeeper other) {
        return new HttpParts(authenticator, other, listener, sockets, jetty, nanoClock);
    }

    public HttpParts with(RequestListener other) {
        return new HttpParts(authenticator, gatekeeper, other, sockets, jetty, nanoClock);
    }

    public HttpParts withSockets(Consumer<RoutesConfig> other) {
        return new HttpParts(authenticator, gatekeeper, listener, other, jetty, nanoClock);
    }

    public HttpParts withJetty(Consumer<Server> other) {
        return new HttpParts(authenticator, gatekeeper, listener, sockets, other, nanoClock);
    }

    public HttpParts withNanoClock(LongSupplier other) {
        return new HttpParts(authenticator, gatekeeper, listener, sockets, jetty, other);
    }
}
