package chat.waddle.server.imports;

import chat.waddle.message.ImportMessages;
import chat.waddle.shard.ShardStore;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/// Hands runs of messages to a shard, a few ahead of the answers, so that its writer never waits for the reader.
///
/// Runs are carried out in the order given. For one thread.
final class ImportPipeline {
    private static final int AHEAD = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final ShardStore shards;
    private final ImportPlace place;
    private final LongConsumer progress;
    private final Queue<Sent> sent = new ArrayDeque<>();
    private long imported;
    private long alreadyThere;
    private long lostReplies;

    /// @param progress hears how many messages are done
    ImportPipeline(ShardStore shards, ImportPlace place, LongConsumer progress) {
        this.shards = shards;
        this.place = place;
        this.progress = progress;
    }

    private record Sent(int messages, CompletableFuture<Committed<ImportMessages.Outcome>> answer) {}

    void send(ImportMessages run) {
        while (sent.size() >= AHEAD) {
            settleOldest();
        }
        sent.add(new Sent(run.messages().size(), shards.shard(place.waddle()).submitLater(run, Request.bySystem())));
    }

    /// Waits for everything sent.
    void finish() {
        while (!sent.isEmpty()) {
            settleOldest();
        }
    }

    private void settleOldest() {
        Sent oldest = sent.remove();
        switch (Engine.await(oldest.answer, PATIENCE).result()) {
            case ImportMessages.Imported(int messages, int lost) -> {
                imported += messages;
                lostReplies += lost;
            }
            case ImportMessages.AlreadyImported _ -> alreadyThere += oldest.messages;
            case ImportMessages.OutOfOrder _ ->
                throw new ImportFailedException(
                        "Another import of the same history runs; start this one again when it is done");
            case ImportMessages.NoSuchMember(var author) -> throw ImportFailedException.erased(author);
            case ImportMessages.NoSuchChannel _ ->
                throw new ImportFailedException("The channel was deleted while the import ran");
        }
        progress.accept(done());
    }

    private long done() {
        return imported + alreadyThere;
    }

    long imported() {
        return imported;
    }

    long alreadyThere() {
        return alreadyThere;
    }

    long lostReplies() {
        return lostReplies;
    }
}
