package chat.waddle.server.cli.ops;

import chat.waddle.directory.store.Origin;
import chat.waddle.directory.waddle.Route;
import chat.waddle.directory.waddle.WaddleOutcome;
import chat.waddle.directory.waddle.WaddleState;
import chat.waddle.server.cli.CommandFailure;
import chat.waddle.server.cli.DataOption;
import chat.waddle.server.cli.ExitCode;
import chat.waddle.server.cli.Operation;
import chat.waddle.server.cli.OperationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `waddle admin restore-waddle`: brings a deleted waddle back.
@Command(name = "restore-waddle", description = "Bring a waddle back that was deleted less than 30 days ago.")
final class AdminRestoreWaddleCommand implements Operation {
    @Mixin
    final DataOption data = new DataOption();

    @Parameters(paramLabel = "WADDLE", description = "Id or name.")
    private String waddle = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "For the audit log.")
    private String reason = "";

    @Override
    public int run(OperationContext context) {
        var directory = context.application().stores().directory();
        Route route = directory
                .catalogue()
                .route(waddle)
                .orElseThrow(() -> new CommandFailure("There is no waddle '" + waddle + "'"));
        WaddleOutcome outcome = directory.waddles().undelete(route.waddle(), reason, Origin.system());
        if (outcome instanceof WaddleOutcome.Changed changed) {
            context.out().println(changed.waddle().name() + " is back");
            return ExitCode.OK;
        }
        throw new CommandFailure(
                route.state() == WaddleState.DELETED
                        ? "'" + waddle + "' was deleted more than 30 days ago, or the reason is too long"
                        : "'" + waddle + "' is not deleted");
    }
}
