package chat.waddle.server.http;

import java.io.IOException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Leads the routes that are [Route#hot()] to the front door before Javalin and its servlet see them, which take more
/// time than a page from memory does; everything else goes on to Javalin (ADR 0007).
final class HotRoutes extends Handler.Wrapper {
    private final FrontDoor door;

    HotRoutes(FrontDoor door) {
        this.door = door;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RouteTree.Found found =
                door.find(request.getMethod(), request.getHttpURI().getPath());
        if (!(found instanceof RouteTree.Found.Hit hit) || !hit.leaf().route().hot()) {
            return super.handle(request, response, callback);
        }
        JettyWire wire = new JettyWire(request, response);
        Callback leaving = door.enter(callback);
        try {
            door.serve(wire, found);
        } catch (IOException brokenOff) {
            leaving.failed(brokenOff);
            return true;
        }
        wire.finish(leaving);
        return true;
    }
}
