package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of changing a profile.
public sealed interface ProfileOutcome {
    record Changed(Account account) implements ProfileOutcome {}

    record Invalid(List<FieldProblem> problems) implements ProfileOutcome {}

    /// The account is gone.
    record Missing() implements ProfileOutcome {}
}
