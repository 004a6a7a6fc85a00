package chat.waddle.directory.account;

import chat.waddle.directory.field.FieldProblem;
import java.util.List;

/// What came of opening a one-time link and giving a new password.
public sealed interface RedeemOutcome {
    /// The password is set and the account signed in; all its sign-ins before have ended.
    record Redeemed(SignedIn signedIn) implements RedeemOutcome {}

    /// Unknown, used, expired, or its account may not enter.
    record Refused() implements RedeemOutcome {}

    record Invalid(List<FieldProblem> problems) implements RedeemOutcome {}

    /// Too many passwords are being hashed; ask again soon.
    record Overloaded() implements RedeemOutcome {}
}
