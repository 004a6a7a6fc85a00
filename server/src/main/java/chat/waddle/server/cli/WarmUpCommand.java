package chat.waddle.server.cli;

import chat.waddle.server.Application;
import chat.waddle.server.WaddleServer;
import chat.waddle.server.config.LayeredDefaults;
import chat.waddle.server.config.ServerConfig;
import chat.waddle.server.config.ServerOptions;
import chat.waddle.server.config.SettingsFile;
import chat.waddle.server.control.ProgressSink;
import chat.waddle.server.demo.DemoAccess;
import chat.waddle.server.demo.DemoContent;
import chat.waddle.server.demo.WarmUp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `waddle warm-up`, for the launcher: one short life of a server on a folder that is thrown away, so that the AOT
/// cache learns what starting and serving load.
@Command(name = "warm-up", hidden = true, description = "Run through the life of a server once.")
final class WarmUpCommand implements Callable<Integer> {
    private final WaddleServer.ServerCommands commands;

    WarmUpCommand(WaddleServer.ServerCommands commands) {
        this.commands = commands;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("waddle-warm-up");
        try {
            ServerConfig config = config(data);
            Logging.serving(config.log());
            DemoAccess access;
            try (Application application = Application.open(config)) {
                access = new DemoContent(application).prepare(ProgressSink.NONE);
            }
            try (WaddleServer server = WaddleServer.open(config, commands)) {
                new WarmUp(server.uri(), access).run();
            }
            return ExitCode.OK;
        } finally {
            delete(data);
        }
    }

    private static ServerConfig config(Path data) {
        ServerOptions options = new ServerOptions();
        new CommandLine(options).parseArgs("--data", data.toString(), "--port", "0", "--rate-limits", "off");
        return options.config(new LayeredDefaults(Map.of(), SettingsFile.read(data, LayeredDefaults.options())));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> found = Files.walk(folder)) {
            paths = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
