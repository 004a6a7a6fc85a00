package chat.waddle.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what never reaches the front door, such as a head that cannot be parsed, as every other refusal looks.
final class JettyProblems extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int given = response.getStatus();
        // The parser's own refusals are the client's doing: a 5xx (such as for an unknown HTTP version) is not ours.
        Problem problem = Failures.status(given == 505 ? 400 : given);
        String requestId = RequestIds.of(request.getHeaders().get(RequestIds.HEADER));
        ProblemBody body = Problems.body(problem, requestId);
        response.setStatus(body.status());
        SecurityHeaders.put(response.getHeaders());
        response.getHeaders().put(RequestIds.HEADER, requestId);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        byte[] bytes = Json.bytes(body);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
        response.write(true, ByteBuffer.wrap(bytes), callback);
        return true;
    }
}
