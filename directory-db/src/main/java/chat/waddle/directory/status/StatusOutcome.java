package chat.waddle.directory.status;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of setting or clearing a status.
public sealed interface StatusOutcome {
    record Done(UserStatus status) implements StatusOutcome {}

    record Invalid(List<FieldProblem> problems) implements StatusOutcome {}

    /// The account is gone.
    record Missing() implements StatusOutcome {}
}
