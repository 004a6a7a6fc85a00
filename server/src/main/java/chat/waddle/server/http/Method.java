package chat.waddle.server.http;

/// The HTTP methods a route may have. HEAD is answered by the GET route, OPTIONS by the server itself.
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
