package chat.waddle.directory.waddle;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of changing a community's entry.
public sealed interface WaddleOutcome {
    record Changed(Waddle waddle) implements WaddleOutcome {}

    /// There is none, or it is deleted.
    record Missing() implements WaddleOutcome {}

    record NameTaken() implements WaddleOutcome {}

    /// Its state does not allow that.
    record WrongState(WaddleState state) implements WaddleOutcome {}

    /// The new owner does not exist or may not enter.
    record NoSuchOwner() implements WaddleOutcome {}

    record Invalid(List<FieldProblem> problems) implements WaddleOutcome {}
}
