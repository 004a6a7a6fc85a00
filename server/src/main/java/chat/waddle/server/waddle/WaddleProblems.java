package chat.waddle.server.waddle;

import chat.waddle.directory.waddle.Waddle;
import chat.waddle.directory.waddle.WaddleOutcome;
import chat.waddle.server.account.DirectoryProblems;
import chat.waddle.server.http.Problem;
import chat.waddle.server.http.ProblemException;

/// What the directory's refusals about a waddle's entry mean to a client.
final class WaddleProblems {
    private WaddleProblems() {}

    /// The entry as it is now; a refusal ends the request.
    static Waddle changed(WaddleOutcome outcome) {
        return switch (outcome) {
            case WaddleOutcome.Changed done -> done.waddle();
            case WaddleOutcome.Missing _ -> throw CommunityProblems.noSuchWaddle();
            case WaddleOutcome.WrongState _ -> throw CommunityProblems.noSuchWaddle();
            case WaddleOutcome.NameTaken _ -> throw nameTaken();
            case WaddleOutcome.NoSuchOwner _ -> throw noSuchOwner();
            case WaddleOutcome.Invalid invalid -> throw DirectoryProblems.invalid(invalid.problems());
        };
    }

    static ProblemException nameTaken() {
        return new Problem.Conflict("waddle_name_taken", "There is a waddle with this name, or it had it lately.")
                .asException();
    }

    static ProblemException noSuchOwner() {
        return new Problem.Conflict("owner_not_allowed", "This account may not own a waddle.").asException();
    }
}
