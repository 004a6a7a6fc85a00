package chat.waddle.server.account;

import chat.waddle.directory.field.FieldProblem;
import chat.waddle.server.http.FieldError;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;
import java.time.Duration;
import java.util.List;

/// The directory's refusals as the client hears them.
public final class DirectoryProblems {
    private static final Duration HASHING_SOON_DONE = Duration.ofSeconds(2);

    private DirectoryProblems() {}

    /// Every field that cannot be accepted.
    public static ProblemException invalid(List<FieldProblem> problems) {
        List<FieldError> errors = problems.stream()
                .map(problem -> new FieldError(problem.field(), problem.code(), problem.message()))
                .toList();
        return new Problem.Invalid(errors).asException();
    }

    static ProblemException emailTaken() {
        return new Problem.Conflict("email_taken", "There is an account with this e-mail address.").asException();
    }

    static ProblemException usernameTaken() {
        return new Problem.Conflict("username_taken", "There is an account with this username.").asException();
    }

    static ProblemException passwordWrong() {
        return new Problem.Forbidden("password_wrong", "This is not the account's password.").asException();
    }

    /// The account behind the token is gone since the token was checked.
    public static ProblemException accountGone() {
        return new Problem.NotSignedIn("invalid_token", "This token is unknown, expired or revoked.").asException();
    }

    /// Too many passwords are being hashed at the moment.
    static ProblemException overloaded() {
        return new Problem.Unavailable(
                        "overloaded", "Too many people are signing in; try again in a moment.", HASHING_SOON_DONE)
                .asException();
    }
}
