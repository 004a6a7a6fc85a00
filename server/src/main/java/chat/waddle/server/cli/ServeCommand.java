package chat.waddle.server.cli;

import chat.waddle.directory.account.SetupLink;
import chat.waddle.server.WaddleServer;
import chat.waddle.server.admin.OperatorSetup;
import chat.waddle.server.config.LayeredDefaults;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.config.ServerOptions;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `waddle serve`: runs the server until it is told to stop.
@Command(name = "serve", description = "Run the server.")
final class ServeCommand implements Callable<Integer> {
    private final LayeredDefaults defaults;
    private final WaddleServer.ServerCommands commands;
    private final List<SetupLink> firstOperator = new ArrayList<>();

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    ServeCommand(LayeredDefaults defaults, WaddleServer.ServerCommands commands) {
        this.defaults = defaults;
        this.commands = commands;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerConfig config = options.config(defaults);
        Logging.serving(config.log());
        PrintWriter out = spec.commandLine().getOut();
        WaddleServer server = open(config, out);
        out.println("Waddle serves " + server.uri() + " (interface: " + server.uri() + "/docs)");
        firstOperator.forEach(link -> tell(link, config.publicUrl().orElseGet(server::uri), out));
        out.flush();
        UntilStopped.await(server);
        return ExitCode.OK;
    }

    /// The first operator is made before the port is open: nobody is to take the name before.
    private WaddleServer open(ServerConfig config, PrintWriter out) {
        try {
            return WaddleServer.open(
                    config,
                    commands,
                    application -> OperatorSetup.firstOperator(
                                    application.stores().directory().operators())
                            .ifPresent(firstOperator::add));
        } catch (RuntimeException failure) {
            // the link is told once, so also where the port could not be opened
            URI intended = URI.create(
                    "http://" + config.http().host() + ":" + config.http().port());
            firstOperator.forEach(link -> tell(link, config.publicUrl().orElse(intended), out));
            throw failure;
        }
    }

    private static void tell(SetupLink link, URI server, PrintWriter out) {
        OperatorSetup.lines("the first operator, 'operator',", link, server).forEach(out::println);
    }
}
