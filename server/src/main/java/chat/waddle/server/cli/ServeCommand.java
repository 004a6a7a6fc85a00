package chat.waddle.server.cli;

import chat.waddle.server.WaddleServer;
import chat.waddle.server.config.LayeredDefaults;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.config.ServerOptions;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
        CountDownLatch stopped = new CountDownLatch(1);
        WaddleServer server = WaddleServer.open(config, commands);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, stopped), "stop"));
        PrintWriter out = spec.commandLine().getOut();
        out.println("Waddle serves " + server.uri() + " (interface: " + server.uri() + "/docs)");
        out.flush();
        stopped.await();
        return ExitCode.OK;
    }

    private static void stop(WaddleServer server, CountDownLatch stopped) {
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        log.info("Stopping: requests in work are finished first");
        server.close();
        log.info("Stopped");
        stopped.countDown();
    }
}
