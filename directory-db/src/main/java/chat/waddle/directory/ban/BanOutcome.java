package chat.waddle.directory.ban;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of banning an account.
public sealed interface BanOutcome {
    record Banned(GlobalBan ban) implements BanOutcome {}

    record NoSuchAccount() implements BanOutcome {}

    /// Operators are not banned; take that role away first.
    record IsOperator() implements BanOutcome {}

    record Invalid(List<FieldProblem> problems) implements BanOutcome {}
}
