package chat.waddle.server.cli.ops;

import chat.waddle.server.cli.Operation;
import chat.waddle.server.cli.OperationContext;
import chat.waddle.server.cli.UsageFailure;
import picocli.CommandLine.Command;

/// `waddle admin`: only leads to its commands.
@Command(
        name = "admin",
        description = "Operators: make one, set a password anew, make a token for a program, restore a waddle.",
        subcommands = {
            AdminCreateCommand.class,
            AdminResetPasswordCommand.class,
            AdminTokenCommand.class,
            AdminRestoreWaddleCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class AdminCommand implements Operation {
    @Override
    public int run(OperationContext context) {
        throw new UsageFailure("Say what: create, reset-password, token or restore-waddle");
    }
}
