package chat.waddle.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The data directory a command works on; a mixin of every [Operation]. Read by [CommandRun], not by the command.
public final class DataOption {
    @Option(names = "--data", paramLabel = "DIR", description = "Data directory (default: ./data).")
    private Path data = Path.of("data");

    public Path data() {
        return data;
    }
}
