package chat.waddle.server.cli;

import picocli.CommandLine.Command;

/// `waddle import`: only leads to its commands, one per origin.
@Command(
        name = "import",
        description = "Take over a history from elsewhere.",
        synopsisSubcommandLabel = "ORIGIN",
        subcommands = ImportIrcCommand.class)
final class ImportCommand {}
