package chat.waddle.server.cli.ops;

import chat.waddle.server.cli.CommandFailure;
import chat.waddle.server.cli.Operation;
import chat.waddle.server.cli.OperationContext;
import picocli.CommandLine.Command;

/// `waddle admin`: only leads to its commands.
@Command(
        name = "admin",
        description = "Operators: make one, set a password anew, make a token for a program.",
        subcommands = {AdminCreateCommand.class, AdminResetPasswordCommand.class, AdminTokenCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class AdminCommand implements Operation {
    @Override
    public int run(OperationContext context) {
        throw new CommandFailure("Say what: create, reset-password or token");
    }
}
