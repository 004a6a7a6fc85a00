package chat.waddle.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one way in: every request passes here from its id to its answer, in the order of [#serve].
///
/// Thread-safe. A refusal becomes a problem document; a fault is logged once with the request id and hidden.
final class FrontDoor implements Handler {
    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final String UNKNOWN = "unknown";

    private final RouteTree tree;
    private final Origins origins;
    private final TrustedProxies proxies;
    private final Admission admission;
    private final Guard guard;
    private final RequestListener listener;
    private final InFlight inFlight;
    private final HttpSettings.Timeouts pace;

    FrontDoor(RouteTable table, HttpSettings settings, HttpParts parts, InFlight inFlight) {
        this.tree = new RouteTree(table);
        this.origins = new Origins(settings.allowedOrigins());
        this.proxies = new TrustedProxies(settings.trustedProxies());
        this.admission = new Admission(settings.lanes());
        this.guard = new Guard(settings, parts);
        this.listener = parts.listener();
        this.inFlight = inFlight;
        this.pace = settings.timeouts();
    }

    @Override
    public void handle(Context context) throws IOException {
        Wire wire = new ServletWire(context.req(), context.res());
        try {
            CompletableFuture<?> rest = serve(wire, find(wire.method(), wire.path()));
            if (rest != null) {
                throw new IllegalStateException("Javalin cannot wait for the rest of an answer");
            }
        } finally {
            wire.left();
        }
    }

    RouteTree.Found find(String method, String path) {
        return tree.find(Verbs.of(method), path);
    }

    /// Answers the request, whatever happens. It counts as in work, and as its caller's, until [Wire#left].
    ///
    /// @return null when the answer stands, else what completes once it does, only where [Wire#mayAnswerLater]
    /// @throws IOException when the answer broke off in its middle, so that the connection must break too; so
    /// does the future
    @Nullable
    CompletableFuture<?> serve(Wire wire, RouteTree.Found found) throws IOException {
        long start = System.nanoTime();
        inFlight.begin();
        wire.afterwards(inFlight::end);
        String requestId = RequestIds.of(wire.header(RequestIds.HEADER));
        wire.header(RequestIds.HEADER, requestId);
        if (inFlight.isStopping()) {
            wire.header("Connection", "close");
        }
        CompletableFuture<?> rest = null;
        try {
            origins.mark(wire);
            rest = answer(wire, requestId, found);
        } catch (Exception | StackOverflowError failure) {
            RequestBody.discard(wire, pace);
            refuse(wire, requestId, failure);
        } finally {
            if (rest == null) {
                finished(wire, found, start);
            }
        }
        return rest == null ? null : rest.handle((_, failure) -> ended(wire, requestId, found, start, failure));
    }

    private boolean ended(Wire wire, String requestId, RouteTree.Found found, long start, @Nullable Throwable failure) {
        try {
            if (failure != null) {
                refuse(wire, requestId, failure);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            finished(wire, found, start);
        }
    }

    private void finished(Wire wire, RouteTree.Found found, long start) {
        listener.finished(template(found), wire.status(), System.nanoTime() - start);
    }

    private @Nullable CompletableFuture<?> answer(Wire wire, String requestId, RouteTree.Found found) throws Exception {
        switch (found) {
            case RouteTree.Found.Hit hit -> {
                Lane lane = hit.leaf().route().lane();
                Exchange exchange = admission.within(lane, () -> examined(wire, requestId, hit));
                Object subject = guard.present(exchange);
                wire.afterwards(() -> guard.leave(subject));
                exchange.fetchBody(); // outside the lane: who sends slowly must not keep others out of it
                return admission.withinToTheEnd(lane, () -> {
                    hit.leaf().route().handler().handle(exchange);
                    return exchange.rest();
                });
            }
            case RouteTree.Found.Nothing nothing -> {
                withoutRoute(wire, nothing);
                return null;
            }
        }
    }

    /// The request as its handler will see it, once all is found in order that can be told without its body.
    private Exchange examined(Wire wire, String requestId, RouteTree.Found.Hit hit) {
        Route route = hit.leaf().route();
        String address = proxies.client(wire);
        Caller caller = guard.identify(wire, address);
        Exchange exchange = new Exchange(wire, requestId, address, hit.leaf(), hit.values(), caller, guard, pace);
        guard.limit(exchange);
        guard.check(exchange);
        RequestBody.checkLength(wire.contentLength(), route.bodyLimitBytes());
        return exchange;
    }

    private void withoutRoute(Wire wire, RouteTree.Found.Nothing nothing) {
        if (nothing.allowed().isEmpty()) {
            throw new Problem.NotFound("no_such_path", "There is nothing at this path.").asException();
        }
        String allow = Verbs.allow(nothing.allowed());
        wire.header("Allow", allow);
        if (!"OPTIONS".equals(wire.method())) {
            throw new Problem.WrongMethod(List.of(allow.split(", ", -1))).asException();
        }
        origins.preflight(wire);
        wire.status(204);
    }

    private static void refuse(Wire wire, String requestId, Throwable thrown) throws IOException {
        Throwable failure =
                thrown instanceof CompletionException late && late.getCause() != null ? late.getCause() : thrown;
        Problem problem = Failures.problem(failure);
        if (problem instanceof Problem.Unexpected) {
            LOG.atError().setCause(failure).addKeyValue("requestId", requestId).log("A request failed unexpectedly");
        }
        if (wire.isCommitted()) {
            // Half an answer is out: only a broken connection tells the client that the rest is missing.
            throw new IOException("The answer broke off");
        }
        ProblemBody body = Problems.body(problem, requestId);
        wire.header("Cache-Control", "no-store");
        wire.status(body.status());
        if (body.retryAfterSeconds() != null) {
            wire.header("Retry-After", Long.toString(body.retryAfterSeconds()));
        }
        if (problem instanceof Problem.NotSignedIn) {
            wire.header("WWW-Authenticate", "Bearer");
        }
        if (wire.hasBodyLeft()) {
            wire.header("Connection", "close"); // the next request cannot follow a body nobody reads
        }
        byte[] bytes = Json.bytes(body);
        wire.send(Problems.MEDIA_TYPE, bytes, 0, bytes.length);
    }

    private static String template(RouteTree.Found found) {
        return switch (found) {
            case RouteTree.Found.Hit hit -> hit.leaf().route().path();
            case RouteTree.Found.Nothing _ -> UNKNOWN;
        };
    }
}
