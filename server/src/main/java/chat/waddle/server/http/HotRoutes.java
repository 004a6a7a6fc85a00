package chat.waddle.server.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Leads the routes that are [Route#hot()] to the front door before Javalin and its servlet see them, which take more
/// time than a page from memory does; everything else goes on to Javalin (ADR 0007).
final class HotRoutes extends Handler.Wrapper {
    private static final RouteTree.Found NOTHING = new RouteTree.Found.Nothing(List.of());

    private final FrontDoor door;

    HotRoutes(FrontDoor door) {
        this.door = door;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = request.getHttpURI().getPath();
        RouteTree.Found found = path == null ? NOTHING : door.find(request.getMethod(), path);
        if (!(found instanceof RouteTree.Found.Hit hit) || !hit.leaf().route().hot()) {
            return super.handle(request, response, callback);
        }
        JettyWire wire = new JettyWire(request, response);
        Callback leaving = Callback.from(callback, wire::left);
        CompletableFuture<?> rest;
        try {
            rest = door.serve(wire, found);
        } catch (Throwable failure) {
            leaving.failed(failure); // whatever it is, the request is over and must be counted out
            return true;
        }
        if (rest == null) {
            wire.finish(leaving);
        } else {
            var _ = rest.whenComplete((_, failure) -> finish(wire, leaving, failure));
        }
        return true;
    }

    private static void finish(JettyWire wire, Callback leaving, @Nullable Throwable failure) {
        if (failure != null) {
            leaving.failed(failure);
            return;
        }
        try {
            wire.finish(leaving);
        } catch (Throwable broken) {
            leaving.failed(broken); // nobody else hears of it
        }
    }
}
