package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of making an operator.
public sealed interface OperatorOutcome {
    record Created(Account account, SetupLink link) implements OperatorOutcome {}

    record EmailTaken() implements OperatorOutcome {}

    record UsernameTaken() implements OperatorOutcome {}

    record Invalid(List<FieldProblem> problems) implements OperatorOutcome {}
}
