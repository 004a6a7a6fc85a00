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
        CommandLine demo = new CommandLine(new DemoCommand(defaults, commands));
        root.addSubcommand(demo);
        operations.forEach(root::addSubcommand);
        root.addSubcommand(new ImportCommand());
        root.addSubcommand(new CompletionCommand());
        root.addSubcommand(new WarmUpCommand(commands));
        root.setDefaultValueProvider(defaults);
        demo.setDefaultValueProvider(DemoCommand.defaults(defaults));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        return root;
    }
}
