package chat.waddle.server.http;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one place that knows which status and title each [Problem] has, and how it looks on the wire.
public final class Problems {
    /// The media type of every refusal.
    public static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    public static int status(Problem problem) {
        return switch (problem) {
            case Problem.Malformed _ -> 400;
            case Problem.NotSignedIn _ -> 401;
            case Problem.Forbidden _ -> 403;
            case Problem.NotFound _ -> 404;
            case Problem.WrongMethod _ -> 405;
            case Problem.TooSlow _ -> 408;
            case Problem.Conflict _ -> 409;
            case Problem.Gone _ -> 410;
            case Problem.TooLarge _ -> 413;
            case Problem.WrongType _ -> 415;
            case Problem.NoSuchRange _ -> 416;
            case Problem.Invalid _ -> 422;
            case Problem.TooManyRequests _ -> 429;
            case Problem.Unexpected _ -> 500;
            case Problem.Unavailable _ -> 503;
            case Problem.ShardFull _ -> 507;
            case Problem.DiskFull _ -> 507;
        };
    }

    public static String title(Problem problem) {
        return switch (problem) {
            case Problem.Malformed _ -> "Malformed request";
            case Problem.NotSignedIn _ -> "Not signed in";
            case Problem.Forbidden _ -> "Not allowed";
            case Problem.NotFound _ -> "Not found";
            case Problem.WrongMethod _ -> "Wrong method";
            case Problem.TooSlow _ -> "Too slow";
            case Problem.Conflict _ -> "Conflict";
            case Problem.Gone _ -> "Gone";
            case Problem.TooLarge _ -> "Too large";
            case Problem.WrongType _ -> "Wrong content type";
            case Problem.NoSuchRange _ -> "No such range";
            case Problem.Invalid _ -> "Invalid content";
            case Problem.TooManyRequests _ -> "Too many requests";
            case Problem.Unexpected _ -> "Internal error";
            case Problem.Unavailable _ -> "Unavailable";
            case Problem.ShardFull _ -> "Storage is full";
            case Problem.DiskFull _ -> "Storage is full";
        };
    }

    /// How long the client should wait before it tries again, or null where waiting does not help; at least 1 s.
    static @Nullable Long retryAfterSeconds(Problem problem) {
        return switch (problem) {
            case Problem.TooManyRequests many -> wholeSeconds(many.retryAfter());
            case Problem.Unavailable unavailable -> wholeSeconds(unavailable.retryAfter());
            default -> null;
        };
    }

    static ProblemBody body(Problem problem, @Nullable String requestId) {
        List<FieldError> errors = errors(problem);
        return new ProblemBody(
                "/problems/" + problem.code(),
                title(problem),
                status(problem),
                problem.detail(),
                problem.code(),
                requestId,
                retryAfterSeconds(problem),
                errors.isEmpty() ? null : errors);
    }

    private static List<FieldError> errors(Problem problem) {
        return switch (problem) {
            case Problem.Malformed malformed -> malformed.errors();
            case Problem.Invalid invalid -> invalid.errors();
            default -> List.of();
        };
    }

    private static long wholeSeconds(Duration duration) {
        return Math.max(1, duration.plusMillis(999).toSeconds());
    }
}
