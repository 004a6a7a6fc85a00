package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of asking for an account.
public sealed interface RegisterOutcome {
    /// The account exists and is signed in.
    record Registered(SignedIn signedIn) implements RegisterOutcome {}

    record EmailTaken() implements RegisterOutcome {}

    record UsernameTaken() implements RegisterOutcome {}

    record Invalid(List<FieldProblem> problems) implements RegisterOutcome {}

    /// Too many passwords are being hashed; ask again soon.
    record Overloaded() implements RegisterOutcome {}

    /// Only for the upgrade of a guest: the account is none.
    record NotAGuest() implements RegisterOutcome {}
}
