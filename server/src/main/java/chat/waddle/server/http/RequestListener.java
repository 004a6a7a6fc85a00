package chat.waddle.server.http;

/// Hears of every finished request, for metrics. Called on the request's thread: must be fast and must not throw.
@FunctionalInterface
public interface RequestListener {
    RequestListener NONE = (_, _, _) -> {};

    /// `template` is the path of the route with its parameter names, or `unknown`; never a path the client chose.
    void finished(String template, int status, long nanos);
}
