package chat.waddle.server.cli;

import chat.waddle.server.Application;
import chat.waddle.server.Stores;
import chat.waddle.server.imports.ImportFailedException;
import chat.waddle.server.imports.ImportPlace;
import chat.waddle.server.imports.ImportPlaces;
import chat.waddle.server.imports.ImportSummary;
import chat.waddle.server.imports.IrcImport;
import chat.waddle.server.imports.Placement;
import chat.waddle.server.imports.WantedPlace;
import chat.waddle.server.irc.IrcLog;
import chat.waddle.server.irc.IrcLogFolder;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `waddle import irc`: takes over the IRC logs below a folder.
@Command(
        name = "irc",
        description = {
            "Take over IRC logs: YYYY-MM-DD….raw.txt at any depth below PATH, each with its reply links in",
            "….annotation.txt beside it where there are any. A second run changes nothing; one that was",
            "stopped goes on."
        })
final class ImportIrcCommand implements Operation {
    @Mixin
    final DataOption data = new DataOption();

    @Parameters(paramLabel = "PATH", description = "Folder with the logs.")
    private Path path = Path.of("");

    @Option(names = "--waddle", paramLabel = "NAME", description = "Waddle to import into; made where it is missing.")
    private @Nullable String waddle;

    @Option(names = "--channel", paramLabel = "NAME", description = "Channel of it; made where it is missing.")
    private @Nullable String channel;

    @Option(
            names = "--owner",
            paramLabel = "USERNAME",
            description = "Who owns a new waddle (default: the oldest operator, else a stand-in).")
    private @Nullable String owner;

    @Option(names = "--private", description = "A new waddle is only for whom its owner invites.")
    private boolean invitedOnly;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    @Override
    public int run(OperationContext context) throws IOException {
        long start = System.nanoTime();
        List<IrcLog> logs = logs(context.resolve(path));
        ImportPlace place = place(context.application(), logs.getFirst().channel());
        Stores stores = context.application().stores();
        ImportSummary summary;
        try {
            summary = new IrcImport(stores.directory(), stores.shards()).run(logs, place, context.progress());
        } catch (ImportFailedException failure) {
            throw new CommandFailure(String.valueOf(failure.getMessage()));
        }
        ImportReport report = new ImportReport(summary, Duration.ofNanos(System.nanoTime() - start));
        context.out().println(json ? report.json() : report.text());
        return ExitCode.OK;
    }

    private static List<IrcLog> logs(Path folder) throws IOException {
        List<IrcLog> logs;
        try {
            logs = IrcLogFolder.open(folder).logs();
        } catch (NotDirectoryException | NoSuchFileException _) {
            throw new CommandFailure("There is no folder " + folder);
        }
        if (logs.isEmpty()) {
            throw new CommandFailure("No logs below " + folder + ": their names are YYYY-MM-DD….raw.txt");
        }
        return logs;
    }

    private ImportPlace place(Application application, String ircChannel) {
        Stores stores = application.stores();
        ImportPlaces places = new ImportPlaces(
                stores.directory(), stores.shards(), application.waddles().founding());
        String name = waddle == null ? ircChannel : waddle;
        WantedPlace wanted = new WantedPlace(
                name,
                waddle == null ? "#" + ircChannel : waddle,
                channel == null ? ircChannel : channel,
                Optional.ofNullable(owner),
                !invitedOnly);
        return switch (places.find(wanted)) {
            case Placement.Ready(ImportPlace place) -> place;
            case Placement.Refused(String why) -> throw new CommandFailure(why);
        };
    }
}
