package chat.waddle.server.http;

/// Answers one request: parse, call one use case, render. Runs on a virtual thread and may block on futures, but
/// must not call SQLite itself. A hot one should leave its last wait to [Exchange#later].
@FunctionalInterface
public interface RouteHandler {
    void handle(Exchange exchange) throws Exception;
}
