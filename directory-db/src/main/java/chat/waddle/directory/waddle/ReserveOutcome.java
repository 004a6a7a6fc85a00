package chat.waddle.directory.waddle;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of asking for a new community.
public sealed interface ReserveOutcome {
    /// Make its file now, then activate it.
    record Reserved(Waddle waddle) implements ReserveOutcome {}

    /// Another community has the name, or had it and is still found by it.
    record NameTaken() implements ReserveOutcome {}

    /// The owner has as many as one account may have.
    record TooMany(int limit) implements ReserveOutcome {}

    record NoSuchOwner() implements ReserveOutcome {}

    record Invalid(List<FieldProblem> problems) implements ReserveOutcome {}
}
