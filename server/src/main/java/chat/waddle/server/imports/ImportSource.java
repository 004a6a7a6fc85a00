package chat.waddle.server.imports;

import chat.waddle.ids.ChannelId;
import chat.waddle.message.ImportMessages;
import chat.waddle.server.irc.IrcLog;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One log on its way into one channel.
///
/// @param name names it in the shard: the same log may go into two channels, and two logs of one day into one
/// @param from ordinal of the first message that no import has brought yet
record ImportSource(IrcLog log, ChannelId channel, String name, int from) {
    private static final int ASKED_AT_ONCE = 256;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /// Asks the shard how far each log has come.
    static List<ImportSource> of(List<IrcLog> logs, ImportPlace place, ShardStore shards) {
        List<ImportSource> sources = new ArrayList<>(logs.size());
        for (int first = 0; first < logs.size(); first += ASKED_AT_ONCE) {
            List<IrcLog> some = logs.subList(first, Math.min(logs.size(), first + ASKED_AT_ONCE));
            List<CompletableFuture<Committed<ImportMessages.Outcome>>> answers = some.stream()
                    .map(log -> new ImportSource(log, place.channel(), name(place, log), 0))
                    .map(source -> shards.shard(place.waddle())
                            .submitLater(source.run(0, false, List.of()), Request.bySystem()))
                    .toList();
            for (int i = 0; i < some.size(); i++) {
                int from = next(Engine.await(answers.get(i), PATIENCE).result());
                sources.add(new ImportSource(some.get(i), place.channel(), name(place, some.get(i)), from));
            }
        }
        return sources;
    }

    private static String name(ImportPlace place, IrcLog log) {
        return "irc:" + place.channel().value() + ":" + log.key();
    }

    /// An empty run was always imported before, and changes nothing.
    private static int next(ImportMessages.Outcome outcome) {
        return switch (outcome) {
            case ImportMessages.AlreadyImported(int next) -> next;
            case ImportMessages.OutOfOrder(int next) -> next;
            case ImportMessages.Imported(int messages, var _) -> messages;
            case ImportMessages.NoSuchMember(var author) -> throw ImportFailedException.erased(author);
            case ImportMessages.NoSuchChannel _ -> throw new ImportFailedException("The channel was deleted");
        };
    }

    ImportMessages run(int firstOrdinal, boolean last, List<ImportMessages.Item> messages) {
        return new ImportMessages(channel, name, firstOrdinal, last, messages);
    }
}
