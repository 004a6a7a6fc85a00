package chat.waddle.server.http;

/// Which part of a history a client asks for: `before`, `after` or `around` an id, or the newest; `limit` items.
public sealed interface Window {
    int limit();

    /// The newest items.
    record Latest(int limit) implements Window {}

    /// The items just older than the id.
    record Before(long id, int limit) implements Window {}

    /// The items just newer than the id.
    record After(long id, int limit) implements Window {}

    /// Items on both sides of the id.
    record Around(long id, int limit) implements Window {}
}
