package chat.waddle.server.http;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// A request taken straight from Jetty; its answer leaves when the handler is done, without a thread that waits.
final class JettyWire extends Wire {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Request request;
    private final Response response;
    private ByteBuffer answer = NOTHING;

    JettyWire(Request request, Response response) {
        this.request = request;
        this.response = response;
        response.setStatus(200);
    }

    /// Sends the answer; the callback hears when it is out.
    void finish(Callback callback) {
        response.write(true, answer, callback);
    }

    @Override
    String method() {
        return request.getMethod();
    }

    @Override
    String path() {
        return request.getHttpURI().getPath();
    }

    @Override
    @Nullable
    String query() {
        return request.getHttpURI().getQuery();
    }

    @Override
    @Nullable
    String header(String name) {
        return request.getHeaders().get(name);
    }

    @Override
    List<String> headers(String name) {
        return request.getHeaders().getValuesList(name);
    }

    @Override
    String remoteAddress() {
        return Request.getRemoteAddr(request);
    }

    @Override
    long contentLength() {
        return request.getLength();
    }

    @Override
    InputStream body() {
        return Content.Source.asInputStream(request);
    }

    @Override
    int status() {
        return response.getStatus();
    }

    @Override
    void status(int status) {
        response.setStatus(status);
    }

    @Override
    void header(String name, String value) {
        response.getHeaders().put(name, value);
    }

    @Override
    void addHeader(String name, String value) {
        response.getHeaders().add(name, value);
    }

    @Override
    void send(String mediaType, byte[] buffer, int offset, int length) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length);
        answer = ByteBuffer.wrap(buffer, offset, length);
    }

    @Override
    OutputStream stream(String mediaType) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, mediaType);
        return Content.Sink.asOutputStream(response);
    }

    @Override
    boolean mayAnswerLater() {
        return true;
    }

    @Override
    boolean isCommitted() {
        return response.isCommitted();
    }
}
