package chat.waddle.server.cli.ops;

import chat.waddle.directory.account.Account;
import chat.waddle.directory.account.SetupLink;
import chat.waddle.directory.store.Origin;
import chat.waddle.server.cli.CommandFailure;
import chat.waddle.server.cli.DataOption;
import chat.waddle.server.cli.ExitCode;
import chat.waddle.server.cli.Operation;
import chat.waddle.server.cli.OperationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `waddle admin reset-password`: prints what sets an account's password anew.
@Command(name = "reset-password", description = "Print a one-time link that sets an account's password anew.")
final class AdminResetPasswordCommand implements Operation {
    @Mixin
    final DataOption data = new DataOption();

    @Parameters(paramLabel = "ACCOUNT", description = "E-mail address or username.")
    private String account = "";

    @Override
    public int run(OperationContext context) {
        Account found = AdminAccounts.find(context, account);
        SetupLink link = context.application()
                .stores()
                .directory()
                .passwords()
                .resetLink(found.id(), Origin.system())
                .orElseThrow(() -> new CommandFailure("This account cannot have a password"));
        AdminAccounts.tell(context, found, link);
        return ExitCode.OK;
    }
}
