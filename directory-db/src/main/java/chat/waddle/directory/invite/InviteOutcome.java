package chat.waddle.directory.invite;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of asking for an invite.
public sealed interface InviteOutcome {
    record Created(Invite invite) implements InviteOutcome {}

    /// The community has as many living ones as it may have.
    record TooMany(int limit) implements InviteOutcome {}

    /// There is no such community, or it is not open.
    record NoSuchWaddle() implements InviteOutcome {}

    record Invalid(List<FieldProblem> problems) implements InviteOutcome {}
}
