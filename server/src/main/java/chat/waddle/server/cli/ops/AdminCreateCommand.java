package chat.waddle.server.cli.ops;

import chat.waddle.directory.account.OperatorOutcome;
import chat.waddle.directory.store.Origin;
import chat.waddle.server.cli.CommandFailure;
import chat.waddle.server.cli.DataOption;
import chat.waddle.server.cli.ExitCode;
import chat.waddle.server.cli.Operation;
import chat.waddle.server.cli.OperationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `waddle admin create`: makes an operator and prints what sets its password.
@Command(name = "create", description = "Make an operator and print the one-time link that sets its password.")
final class AdminCreateCommand implements Operation {
    @Mixin
    final DataOption data = new DataOption();

    @Option(names = "--email", required = true, paramLabel = "ADDRESS", description = "E-mail address.")
    private String email = "";

    @Option(names = "--username", required = true, paramLabel = "NAME", description = "Name to sign in with.")
    private String username = "";

    @Option(names = "--name", paramLabel = "TEXT", description = "Name to show (default: the username).")
    private String name = "";

    @Override
    public int run(OperationContext context) {
        OperatorOutcome outcome = context.application()
                .stores()
                .directory()
                .operators()
                .create(email, username, name.isEmpty() ? username : name, Origin.system());
        switch (outcome) {
            case OperatorOutcome.Created created -> AdminAccounts.tell(context, created.account(), created.link());
            case OperatorOutcome.EmailTaken _ -> throw new CommandFailure("This e-mail address is taken");
            case OperatorOutcome.UsernameTaken _ -> throw new CommandFailure("This username is taken");
            case OperatorOutcome.Invalid invalid -> throw AdminAccounts.invalid(invalid.problems());
        }
        return ExitCode.OK;
    }
}
