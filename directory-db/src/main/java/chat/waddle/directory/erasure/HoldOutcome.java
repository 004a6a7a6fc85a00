package chat.waddle.directory.erasure;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of putting a legal hold on something.
public sealed interface HoldOutcome {
    record Placed(LegalHold hold) implements HoldOutcome {}

    /// Neither an account nor a community.
    record NoSuchSubject() implements HoldOutcome {}

    record Invalid(List<FieldProblem> problems) implements HoldOutcome {}
}
