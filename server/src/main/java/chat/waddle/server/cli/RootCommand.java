package chat.waddle.server.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `waddle` itself: only leads to its commands.
@Command(
        name = "waddle",
        description = "Community chat, one SQLite file per community.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "1:a finding", "2:wrong usage", "3:failed"})
final class RootCommand {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where an error comes from.")
    private boolean debug;

    boolean isDebug() {
        return debug;
    }
}
