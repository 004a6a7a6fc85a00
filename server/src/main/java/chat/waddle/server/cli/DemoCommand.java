package chat.waddle.server.cli;

import chat.waddle.server.Application;
import chat.waddle.server.WaddleServer;
import chat.waddle.server.config.LayeredDefaults;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.config.ServerOptions;
import chat.waddle.server.control.ProgressSink;
import chat.waddle.server.demo.DemoAccess;
import chat.waddle.server.demo.DemoContent;
import chat.waddle.server.demo.DemoFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/// `waddle demo`: runs the server on a folder of its own, with real conversation in it and an account to read it.
@Command(name = "demo", description = "Run the server with sample content (in ./demo-data unless --data is given).")
final class DemoCommand implements Callable<Integer> {
    private static final String FOLDER = "demo-data";

    private final LayeredDefaults defaults;
    private final WaddleServer.ServerCommands commands;

    @Mixin
    private ServerOptions options = new ServerOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    DemoCommand(LayeredDefaults defaults, WaddleServer.ServerCommands commands) {
        this.defaults = defaults;
        this.commands = commands;
    }

    /// The settings' defaults, but with a folder of its own: sample content is not to stand among real data.
    static IDefaultValueProvider defaults(LayeredDefaults settings) {
        return argument -> {
            String set = settings.defaultValue(argument);
            boolean folder = argument instanceof OptionSpec option
                    && option.longestName().equals("--data");
            return set == null && folder ? FOLDER : set;
        };
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerConfig config = options.config(defaults);
        Logging.serving(config.log());
        DemoAccess access = access(config);
        WaddleServer server = WaddleServer.open(config, commands);
        PrintWriter out = spec.commandLine().getOut();
        out.println(DemoGreeting.of(access, server.uri(), config.data()));
        out.flush();
        UntilStopped.await(server);
        return ExitCode.OK;
    }

    private DemoAccess access(ServerConfig config) throws IOException {
        Optional<DemoAccess> ready = new DemoFile(config.data()).ready();
        if (ready.isPresent()) {
            return ready.get();
        }
        spec.commandLine().getErr().println("Filling " + config.data() + " with sample content (once) …");
        try (Application application = Application.open(config)) {
            return new DemoContent(application).prepare(ProgressSink.NONE);
        } catch (IllegalStateException problem) {
            throw new CommandFailure(problem.getMessage() + "; give another folder with --data");
        }
    }
}
