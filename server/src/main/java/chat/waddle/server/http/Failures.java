package chat.waddle.server.http;

import chat.waddle.shard.NoSuchWaddleException;
import chat.waddle.sqlite.StorageException;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.EofException;

/// Turns whatever ended a request into the [Problem] the client may know of.
final class Failures {
    private Failures() {}

    static Problem problem(Throwable failure) {
        return switch (failure) {
            case ProblemException refused -> refused.problem();
            case StorageException failed -> StorageProblems.of(failed);
            case NoSuchWaddleException _ -> new Problem.NotFound("no_such_waddle", "There is no such waddle.");
            case UncheckedIOException wrapped when wrapped.getCause() != null -> problem(wrapped.getCause());
            case EofException _ -> new Problem.Malformed("broken_off", "The request broke off.");
            case HttpResponseException refused -> status(refused.getStatus());
            case HttpException refused -> status(refused.getCode());
            default -> cause(failure);
        };
    }

    /// What a status that Jetty or Javalin chose by itself means.
    static Problem status(int status) {
        return switch (status) {
            case 401 -> new Problem.NotSignedIn();
            case 403 -> new Problem.Forbidden("forbidden", "This is not allowed.");
            case 404 -> new Problem.NotFound("no_such_path", "There is nothing at this path.");
            case 405 -> new Problem.Malformed("wrong_method", "This verb is not served.");
            case 408 -> new Problem.TooSlow("The request did not arrive in time.");
            case 413 -> new Problem.TooLarge("body_too_large", "The request is too large.");
            case 415 -> new Problem.WrongType("wrong_content_type", "This content type is not served.");
            case 414, 431 -> new Problem.TooLarge("head_too_large", "The address or the headers are too long.");
            case 503 -> new Problem.Unavailable("stopping", "The server is stopping.", Duration.ofSeconds(5));
            default ->
                status >= 400 && status < 500
                        ? new Problem.Malformed("malformed_request", "The request cannot be understood.")
                        : new Problem.Unexpected();
        };
    }

    private static Problem cause(Throwable failure) {
        Throwable cause = failure.getCause();
        if (failure instanceof IOException && cause instanceof TimeoutException) {
            return new Problem.TooSlow("The request did not arrive in time.");
        }
        return cause instanceof HttpException || cause instanceof ProblemException || cause instanceof EofException
                ? problem(cause)
                : new Problem.Unexpected();
    }
}
