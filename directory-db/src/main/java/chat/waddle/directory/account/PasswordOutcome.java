package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of changing a password.
public sealed interface PasswordOutcome {
    /// Done.
    ///
    /// @param sessionsEnded how many other sign-ins ended with it
    record Changed(int sessionsEnded) implements PasswordOutcome {}

    /// The current password is another one, or the account has none.
    record WrongPassword() implements PasswordOutcome {}

    record Invalid(List<FieldProblem> problems) implements PasswordOutcome {}

    /// Too many passwords are being hashed; ask again soon.
    record Overloaded() implements PasswordOutcome {}
}
