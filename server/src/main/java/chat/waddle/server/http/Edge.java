package chat.waddle.server.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The outermost handler: gives every answer its security headers and tells [SlowClients] when a head is complete.
final class Edge extends Handler.Wrapper {
    private final SlowClients slowClients;

    Edge(SlowClients slowClients, Handler inner) {
        super(inner);
        this.slowClients = slowClients;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        SecurityHeaders.add(response.getHeaders());
        slowClients.headComplete(request);
        return super.handle(request, response, callback);
    }
}
