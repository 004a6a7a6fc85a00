package chat.waddle.server.cli;

import chat.waddle.server.WaddleServer;
import chat.waddle.server.config.LayeredDefaults;
import java.util.List;
import picocli.CommandLine;

/// All commands, built anew for each command line: picocli keeps what it parsed in them.
final class CommandTree {
    private CommandTree() {}

    static CommandLine build(
            LayeredDefaults defaults, WaddleServer.ServerCommands commands, List<Operation> operations) {
        CommandLine root = new CommandLine(new RootCommand());
        root.addSubcommand(new ServeCommand(defaults, commands));
        operations.forEach(root::addSubcommand);
        root.addSubcommand(new CompletionCommand());
        root.setDefaultValueProvider(defaults);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        return root;
    }
}
