package chat.waddle.server.cli;

import chat.waddle.server.WaddleServer;
import chat.waddle.server.admin.OperatorSetup;
import chat.waddle.server.config.LayeredDefaults;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.config.ServerOptions;
import java.io.PrintWriter;
import java.net.URI;
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
        WaddleServer server = WaddleServer.open(config, commands);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Waddle serves " + server.uri() + " (interface: " + server.uri() + "/docs)");
        OperatorSetup.firstOperator(server.application().stores().directory().operators())
                .ifPresent(link -> OperatorSetup.lines("the first operator, 'operator',", link, address(config, server))
                        .forEach(out::println));
        out.flush();
        UntilStopped.await(server);
        return ExitCode.OK;
    }

    private static URI address(ServerConfig config, WaddleServer server) {
        return config.publicUrl().orElseGet(server::uri);
    }
}
