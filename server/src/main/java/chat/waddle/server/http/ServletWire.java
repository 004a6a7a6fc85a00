package chat.waddle.server.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;

/// A request that came through Javalin.
final class ServletWire extends Wire {
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    ServletWire(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    @Override
    String method() {
        return request.getMethod();
    }

    @Override
    String path() {
        return request.getRequestURI();
    }

    @Override
    @Nullable
    String query() {
        return request.getQueryString();
    }

    @Override
    @Nullable
    String header(String name) {
        return request.getHeader(name);
    }

    @Override
    List<String> headers(String name) {
        return Collections.list(request.getHeaders(name));
    }

    @Override
    String remoteAddress() {
        return request.getRemoteAddr();
    }

    @Override
    long contentLength() {
        return request.getContentLengthLong();
    }

    @Override
    InputStream body() throws IOException {
        return request.getInputStream();
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
        response.setHeader(name, value);
    }

    @Override
    void addHeader(String name, String value) {
        response.addHeader(name, value);
    }

    @Override
    void send(String mediaType, byte[] buffer, int offset, int length) throws IOException {
        response.resetBuffer();
        response.setContentType(mediaType);
        response.setContentLength(length);
        try {
            response.getOutputStream().write(buffer, offset, length);
        } catch (ClosedChannelException cutOff) {
            throw new EofException(cutOff); // by the client, or because it read too slowly
        }
    }

    @Override
    OutputStream stream(String mediaType) throws IOException {
        response.setContentType(mediaType);
        return response.getOutputStream();
    }

    @Override
    boolean mayAnswerLater() {
        return false;
    }

    @Override
    boolean isCommitted() {
        return response.isCommitted();
    }
}
