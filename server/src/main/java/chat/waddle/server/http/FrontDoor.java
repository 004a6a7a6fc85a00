package chat.waddle.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
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
        long start = System.nanoTime();
        inFlight.begin();
        HttpServletRequest request = context.req();
        HttpServletResponse response = context.res();
        String requestId = RequestIds.of(request.getHeader(RequestIds.HEADER));
        response.setHeader(RequestIds.HEADER, requestId);
        if (inFlight.isStopping()) {
            response.setHeader("Connection", "close");
        }
        RouteTree.Found found = new RouteTree.Found.Nothing(List.of());
        try {
            origins.mark(request, response);
            found = tree.find(method(request), request.getRequestURI());
            serve(context, requestId, found);
        } catch (Exception | StackOverflowError failure) {
            refuse(request, response, requestId, failure);
        } finally {
            listener.finished(template(found), response.getStatus(), System.nanoTime() - start);
            inFlight.end();
        }
    }

    private void serve(Context context, String requestId, RouteTree.Found found) throws Exception {
        switch (found) {
            case RouteTree.Found.Hit hit -> {
                Lane lane = hit.leaf().route().lane();
                Exchange exchange = admission.within(lane, () -> examined(context, requestId, hit));
                Object subject = guard.present(exchange);
                try {
                    exchange.fetchBody(); // outside the lane: who sends slowly must not keep others out of it
                    admission.within(lane, () -> {
                        hit.leaf().route().handler().handle(exchange);
                        return true;
                    });
                } finally {
                    guard.leave(subject);
                }
            }
            case RouteTree.Found.Nothing nothing -> withoutRoute(context, nothing);
        }
    }

    /// The request as its handler will see it, once all is found in order that can be told without its body.
    private Exchange examined(Context context, String requestId, RouteTree.Found.Hit hit) {
        Route route = hit.leaf().route();
        HttpServletRequest request = context.req();
        String address = proxies.client(request);
        Caller caller = guard.identify(request, address);
        Exchange exchange = new Exchange(context, requestId, address, hit.leaf(), hit.values(), caller, guard, pace);
        guard.limit(exchange);
        guard.check(exchange);
        RequestBody.checkLength(request.getContentLengthLong(), route.bodyLimitBytes());
        return exchange;
    }

    private void withoutRoute(Context context, RouteTree.Found.Nothing nothing) {
        if (nothing.allowed().isEmpty()) {
            throw new Problem.NotFound("no_such_path", "There is nothing at this path.").asException();
        }
        String allow = Verbs.allow(nothing.allowed());
        context.res().setHeader("Allow", allow);
        if (!"OPTIONS".equals(context.req().getMethod())) {
            throw new Problem.WrongMethod(List.of(allow.split(", ", -1))).asException();
        }
        origins.preflight(context.req(), context.res());
        context.res().setStatus(204);
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, String requestId, Throwable failure)
            throws IOException {
        Problem problem = Failures.problem(failure);
        if (problem instanceof Problem.Unexpected) {
            LOG.atError().setCause(failure).addKeyValue("requestId", requestId).log("A request failed unexpectedly");
        }
        if (response.isCommitted()) {
            // Half an answer is out: only a broken connection tells the client that the rest is missing.
            throw new IOException("The answer broke off");
        }
        ProblemBody body = Problems.body(problem, requestId);
        response.resetBuffer();
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(body.status());
        if (body.retryAfterSeconds() != null) {
            response.setHeader("Retry-After", Long.toString(body.retryAfterSeconds()));
        }
        if (problem instanceof Problem.NotSignedIn) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (RequestBody.isLeft(request)) {
            response.setHeader("Connection", "close"); // the next request cannot follow a body nobody reads
        }
        byte[] bytes = Json.bytes(body);
        response.setContentType(Problems.MEDIA_TYPE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String template(RouteTree.Found found) {
        return switch (found) {
            case RouteTree.Found.Hit hit -> hit.leaf().route().path();
            case RouteTree.Found.Nothing _ -> UNKNOWN;
        };
    }

    private static @Nullable Method method(HttpServletRequest request) {
        return Verbs.of(request.getMethod());
    }
}
