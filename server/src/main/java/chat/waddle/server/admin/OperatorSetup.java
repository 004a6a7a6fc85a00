package chat.waddle.server.admin;

import chat.waddle.directory.account.OperatorOutcome;
import chat.waddle.directory.account.Operators;
import chat.waddle.directory.account.SetupLink;
import chat.waddle.directory.store.Origin;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// The first operator of a new server, and how a one-time secret is told to a person.
public final class OperatorSetup {
    private static final String EMAIL = "operator@localhost.localdomain";
    private static final String USERNAME = "operator";

    private OperatorSetup() {}

    /// Makes the first operator where there is none yet.
    ///
    /// @return what sets its password, once; empty where there is an operator
    public static Optional<SetupLink> firstOperator(Operators operators) {
        if (!operators.list().isEmpty()) {
            return Optional.empty();
        }
        return switch (operators.create(EMAIL, USERNAME, "Operator", Origin.system())) {
            case OperatorOutcome.Created created -> Optional.of(created.link());
            // somebody has taken the name: an operator is then made by `waddle admin create`
            case OperatorOutcome.EmailTaken _, OperatorOutcome.UsernameTaken _ -> Optional.empty();
            case OperatorOutcome.Invalid invalid ->
                throw new IllegalStateException("the first operator breaks a rule: " + invalid.problems());
        };
    }

    /// The lines that tell how to use the secret; they must be printed to a person and nowhere else.
    public static List<String> lines(String whose, SetupLink link, URI server) {
        String base = server.toString().replaceAll("/+$", "");
        return List.of(
                "Set the password of " + whose + " with this one-time link, before " + link.expiresAt() + ":",
                "  curl -X POST " + base + "/api/v1/auth/setup -H 'Content-Type: application/json' \\",
                "    -d '{\"token\":\"" + link.token() + "\",\"password\":\"A-new-password-1\"}'");
    }
}
