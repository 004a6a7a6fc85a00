package chat.waddle.server.http;

import java.util.List;

/// One endpoint: everything the server, the contract test and the authorisation-matrix test need to know of it.
///
/// `path` is the whole path with `{name}` for a segment and, last only, `{*name}` for the rest. `bodyLimitBytes` 0
/// means that the route takes no body; `hot` routes are answered in front of Javalin. Immutable.
public record Route(
        Method method,
        String path,
        String operationId,
        Access access,
        RateLimit rateLimit,
        int bodyLimitBytes,
        Lane lane,
        boolean hot,
        RouteHandler handler) {
    /// Where the published interface begins.
    public static final String API = "/api/v1";

    public Route {
        PathTemplate.check(path);
        if (bodyLimitBytes < 0) {
            throw new IllegalArgumentException("bodyLimitBytes of " + operationId + " is negative");
        }
        if (access instanceof Access.Member && !path.contains("{waddleId}")) {
            throw new IllegalArgumentException(operationId + " is for members, but its path has no {waddleId}");
        }
        if (access instanceof Access.Participant && !path.contains("{conversationId}")) {
            throw new IllegalArgumentException(
                    operationId + " is for participants, but its path has no {conversationId}");
        }
    }

    /// A reading endpoint below [#API].
    public static Route get(String path, String operationId, Access access, RateLimit rateLimit, RouteHandler handler) {
        return new Route(Method.GET, API + path, operationId, access, rateLimit, 0, Lane.READ, false, handler);
    }

    /// A reading endpoint outside the published interface, such as a page of documentation.
    public static Route page(String path, String operationId, RouteHandler handler) {
        return new Route(
                Method.GET, path, operationId, Access.PUBLIC, RateLimit.NONE, 0, Lane.OPERATIONS, false, handler);
    }

    public static Route post(
            String path, String operationId, Access access, RateLimit rateLimit, Limits body, RouteHandler handler) {
        return writing(Method.POST, path, operationId, access, rateLimit, body, handler);
    }

    public static Route put(
            String path, String operationId, Access access, RateLimit rateLimit, Limits body, RouteHandler handler) {
        return writing(Method.PUT, path, operationId, access, rateLimit, body, handler);
    }

    public static Route patch(
            String path, String operationId, Access access, RateLimit rateLimit, Limits body, RouteHandler handler) {
        return writing(Method.PATCH, path, operationId, access, rateLimit, body, handler);
    }

    public static Route delete(
            String path, String operationId, Access access, RateLimit rateLimit, RouteHandler handler) {
        return writing(Method.DELETE, path, operationId, access, rateLimit, Limits.NO_BODY, handler);
    }

    /// The same route in another lane.
    public Route in(Lane other) {
        return new Route(method, path, operationId, access, rateLimit, bodyLimitBytes, other, hot, handler);
    }

    /// The same route, answered in front of Javalin: for the few that make up nearly all requests.
    public Route onHotPath() {
        return new Route(method, path, operationId, access, rateLimit, bodyLimitBytes, lane, true, handler);
    }

    /// The names of the path parameters, from left to right.
    public List<String> parameters() {
        return PathTemplate.parameters(path);
    }

    private static Route writing(
            Method method,
            String path,
            String operationId,
            Access access,
            RateLimit rateLimit,
            Limits body,
            RouteHandler handler) {
        return new Route(
                method,
                API + path,
                operationId,
                access,
                rateLimit,
                Math.toIntExact(body.max()),
                Lane.WRITE,
                false,
                handler);
    }
}
