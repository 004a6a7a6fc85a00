package chat.waddle.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One request and its answer, as a handler sees them. Bad input ends the request with a problem by itself.
///
/// Exactly one of the answering methods is called. Used by one thread at a time.
public final class Exchange {
    private static final String JSON = "application/json";

    private final Wire wire;
    private final String requestId;
    private final String clientAddress;
    private final RouteTree.Leaf leaf;
    private final List<String> values;
    private final @Nullable Caller caller;
    private final Guard guard;
    private final HttpSettings.Timeouts pace;
    private @Nullable QueryString query;
    private byte @Nullable [] body;
    private @Nullable Map<Class<?>, Object> attachments;
    private @Nullable CompletableFuture<?> rest;

    Exchange(
            Wire wire,
            String requestId,
            String clientAddress,
            RouteTree.Leaf leaf,
            List<String> values,
            @Nullable Caller caller,
            Guard guard,
            HttpSettings.Timeouts pace) {
        this.wire = wire;
        this.requestId = requestId;
        this.clientAddress = clientAddress;
        this.leaf = leaf;
        this.values = values;
        this.caller = caller;
        this.guard = guard;
        this.pace = pace;
    }

    public Route route() {
        return leaf.route();
    }

    public String requestId() {
        return requestId;
    }

    /// The request id as the number that stands in journals.
    public long requestNumber() {
        return RequestIds.number(requestId);
    }

    /// The client's address in numbers; what a trusted proxy says, where one stands before the server.
    public String clientAddress() {
        return clientAddress;
    }

    /// Who is signed in; refuses where nobody is.
    public Caller caller() {
        if (caller == null) {
            throw new Problem.NotSignedIn().asException();
        }
        return caller;
    }

    public Optional<Caller> callerIfSignedIn() {
        return Optional.ofNullable(caller);
    }

    /// A path parameter, decoded; never empty.
    public String path(String name) {
        int index = leaf.parameters().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(route().path() + " has no parameter " + name);
        }
        return QueryString.decode(values.get(index), false);
    }

    /// A path parameter that is an id.
    public long pathId(String name) {
        return id(name, path(name));
    }

    public Optional<String> query(String name) {
        if (query == null) {
            query = QueryString.parse(wire.query());
        }
        return query.get(name);
    }

    public Optional<Long> queryId(String name) {
        return query(name).map(text -> id(name, text));
    }

    /// A query parameter that is `true` or `false`; false where it is not given.
    public boolean flag(String name) {
        return choice(name).orElse(false);
    }

    /// A query parameter that is `true` or `false`, or not given.
    public Optional<Boolean> choice(String name) {
        return query(name).map(text -> {
            if (!text.equals("true") && !text.equals("false")) {
                throw new Problem.Malformed("malformed_parameter", "'" + name + "' must be true or false.")
                        .asException();
            }
            return text.equals("true");
        });
    }

    /// The query parameter `limit`: between 1 and `most`.
    public int limit(int usual, int most) {
        return query("limit").map(text -> number("limit", text, most)).orElse(usual);
    }

    /// The part of a history asked for by `before`, `after` or `around` (at most one) and `limit`.
    public Window window(int usual, int most) {
        int limit = limit(usual, most);
        Optional<Long> before = queryId("before");
        Optional<Long> after = queryId("after");
        Optional<Long> around = queryId("around");
        if ((before.isPresent() ? 1 : 0) + (after.isPresent() ? 1 : 0) + (around.isPresent() ? 1 : 0) > 1) {
            throw new Problem.Malformed("conflicting_parameters", "Give at most one of before, after and around.")
                    .asException();
        }
        if (before.isPresent()) {
            return new Window.Before(before.get(), limit);
        }
        if (after.isPresent()) {
            return new Window.After(after.get(), limit);
        }
        return around.<Window>map(id -> new Window.Around(id, limit)).orElseGet(() -> new Window.Latest(limit));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(wire.header(name));
    }

    /// Sets a header of the answer; replaces what stood there.
    public void header(String name, String value) {
        wire.header(name, value);
    }

    /// The JSON body as a record; see [Json#read].
    public <T> T body(Class<T> type) {
        return Json.read(bodyBytes(JSON), type);
    }

    /// The whole body, which must be of this media type and within the route's limit.
    public byte[] bodyBytes(String mediaType) {
        RequestBody.checkType(wire.header("Content-Type"), mediaType);
        return body == null ? RequestBody.bytes(wire, route().bodyLimitBytes(), pace) : body;
    }

    /// Takes the body off the wire before the handler runs, if there is one and it is small enough to be kept.
    void fetchBody() {
        int limitBytes = route().bodyLimitBytes();
        if (limitBytes <= Limits.LARGE_JSON_BODY_BYTES.max() && wire.hasBodyLeft()) {
            body = RequestBody.bytes(wire, limitBytes, pace);
        }
    }

    /// The body as it arrives, of any type; fails with [Problem.TooLarge] once it passes the route's limit.
    public InputStream bodyStream() throws IOException {
        return body == null ? RequestBody.stream(wire, route().bodyLimitBytes(), pace) : new ByteArrayInputStream(body);
    }

    public void json(int status, Object body) throws IOException {
        byte[] bytes = Json.bytes(body);
        bytes(status, JSON, bytes, 0, bytes.length);
    }

    /// Answers with JSON that is encoded already.
    public void bytes(int status, byte[] buffer, int offset, int length) throws IOException {
        bytes(status, JSON, buffer, offset, length);
    }

    public void bytes(int status, String mediaType, byte[] buffer, int offset, int length) throws IOException {
        wire.status(status);
        wire.send(mediaType, buffer, offset, length);
    }

    /// Answers with content whose length is not known in advance; the handler writes and closes.
    public OutputStream stream(int status, String mediaType) throws IOException {
        wire.status(status);
        return wire.stream(mediaType);
    }

    /// Answers without a body.
    public void empty(int status) {
        wire.status(status);
    }

    /// Gives the answer once a result is there.
    @FunctionalInterface
    public interface Reply<T> {
        void with(T result) throws IOException;
    }

    /// Answers with a result that is still to come; the handler returns without waiting for it.
    ///
    /// Where the way in allows it, the reply runs on the thread that has the result, so that no other is woken
    /// (ADR 0009): it must be quick and must not wait. Whatever fails becomes a problem as in a handler.
    public <T> void later(CompletableFuture<T> result, Reply<T> reply) {
        CompletableFuture<?> answered = result.thenAccept(value -> {
            try {
                reply.with(value);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        if (wire.mayAnswerLater()) {
            rest = answered;
        } else {
            answered.join();
        }
    }

    /// What is left of the answer when the handler has returned; null for nothing.
    @Nullable
    CompletableFuture<?> rest() {
        return rest;
    }

    /// Sets the entity tag of an answer only its caller may keep, to be asked for again each time; true if the client
    /// has it already, in which case the answer is given and the handler returns.
    public boolean notModified(String entityTag) {
        return notModified(entityTag, "private, no-cache");
    }

    /// The same with another `Cache-Control`.
    public boolean notModified(String entityTag, String cacheControl) {
        String quoted = "\"" + entityTag + "\"";
        header("ETag", quoted);
        header("Cache-Control", cacheControl);
        boolean same = header("If-None-Match")
                .map(given -> EntityTags.matches(given, quoted))
                .orElse(false);
        if (same) {
            empty(304);
        }
        return same;
    }

    /// Takes a permit of a limiter beside the route's own; refuses where none is left.
    public void take(RateLimit limit, Object subject) {
        guard.take(limit, subject);
    }

    /// Keeps something looked up before the handler, such as the community, for the handler.
    public <T> void attach(Class<T> type, T value) {
        if (attachments == null) {
            attachments = new HashMap<>();
        }
        attachments.put(type, value);
    }

    /// What was attached under this type; `IllegalStateException` if nothing was.
    public <T> T attached(Class<T> type) {
        Object value = attachments == null ? null : attachments.get(type);
        if (value == null) {
            throw new IllegalStateException("Nothing attached as " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private static long id(String name, String text) {
        try {
            return Ids.parse(text);
        } catch (NumberFormatException _) {
            throw new Problem.Malformed("malformed_id", "'" + name + "' must be an id, a decimal number.")
                    .asException();
        }
    }

    private static int number(String name, String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            throw outOfRange(name, most);
        }
        throw outOfRange(name, most);
    }

    private static ProblemException outOfRange(String name, int most) {
        return new Problem.Malformed("malformed_parameter", "'" + name + "' must be a number from 1 to " + most + ".")
                .asException();
    }
}
