package chat.waddle.server.imports;

import chat.waddle.directory.Directory;
import chat.waddle.directory.account.ImportedUsers;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.message.ImportMessages;
import chat.waddle.server.control.ProgressSink;
import chat.waddle.server.irc.IrcLog;
import chat.waddle.server.irc.IrcLogReader;
import chat.waddle.server.irc.IrcMessage;
import chat.waddle.shard.ShardStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Takes over IRC logs into a channel: an account per nick, every message with its time, and its replies.
///
/// Each log goes on where an earlier import of it ended, even one that was killed; done twice it changes nothing.
/// Nicks get their accounts per waddle, so that no account is shared between communities. Thread-safe, but two imports
/// of the same logs at once refuse one another.
public final class IrcImport {
    /// Messages in one run: large enough that the index and the commit cost little per message, small enough that
    /// posts to the same waddle wait a few dozen milliseconds at most.
    static final int RUN = 1000;

    private static final String TASK = "Importing";

    private final Directory directory;
    private final ShardStore shards;

    public IrcImport(Directory directory, ShardStore shards) {
        this.directory = directory;
        this.shards = shards;
    }

    /// Imports the logs in the order given. One that cannot be read stops it; what came before stays.
    ///
    /// @throws ImportFailedException when somebody else imports the same, or deletes the channel
    public ImportSummary run(List<IrcLog> logs, ImportPlace place, ProgressSink progress) throws IOException {
        IrcSurvey survey = IrcSurvey.of(ImportSource.of(logs, place, shards));
        long total = survey.counts().messages();
        ImportPipeline pipeline =
                new ImportPipeline(shards, place, done -> progress.report(TASK, survey.alreadyThere() + done, total));
        Map<String, UserId> authors = accounts(survey, place);
        for (ImportSource source : survey.unfinished()) {
            take(source, authors, pipeline);
        }
        pipeline.finish();
        if (pipeline.imported() > 0) {
            shards.shard(place.waddle()).optimizeSearch();
        }
        return new ImportSummary(
                place,
                logs.size(),
                survey.nicks().size(),
                pipeline.imported(),
                survey.alreadyThere() + pipeline.alreadyThere(),
                pipeline.lostReplies(),
                survey.counts());
    }

    private Map<String, UserId> accounts(IrcSurvey survey, ImportPlace place) {
        List<ImportedUsers.Author> authors = survey.newNicks().stream()
                .map(nick -> new ImportedUsers.Author(nick, nick))
                .toList();
        return directory.importedUsers().accountsOf("irc:" + place.waddle().value(), authors, Origin.system());
    }

    private void take(ImportSource source, Map<String, UserId> authors, ImportPipeline pipeline) throws IOException {
        IrcItems items = new IrcItems(authors);
        List<ImportMessages.Item> run = new ArrayList<>(RUN);
        int next = source.from();
        try (IrcLogReader reader = source.log().reader()) {
            IrcMessage message = reader.next();
            while (message != null) {
                ImportMessages.Item item = items.item(message);
                IrcMessage following = reader.next();
                if (message.ordinal() >= source.from()) {
                    run.add(item);
                }
                if (run.size() == RUN || (following == null && !run.isEmpty())) {
                    pipeline.send(source.run(next, following == null, run));
                    next += run.size();
                    run = new ArrayList<>(RUN);
                }
                message = following;
            }
        }
    }
}
