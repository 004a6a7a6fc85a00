package chat.waddle.directory.erasure;

import chat.waddle.directory.store.DirectoryStore;
import chat.waddle.directory.store.Origin;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.CommandTypes;
import chat.waddle.sqlite.command.Engine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Erasures of accounts as durable jobs: what is to be done, how far it is, and what was done. Thread-safe.
public final class Erasures {
    private static final int PAGE_LIMIT = 100;
    private static final Duration REWRITING = Duration.ofMinutes(10);

    private final DirectoryStore store;
    private final Engine engine;

    public Erasures(DirectoryStore store, Engine engine) {
        this.store = store;
        this.engine = engine;
    }

    public static void register(CommandTypes.Builder types) {
        types.add(11, "bury_account", BuryAccount.class);
        types.add(120, "erase_account", EraseAccount.class);
        types.add(121, "note_erased_shards", NoteErasedShards.class);
        types.add(122, "clear_account", ClearAccount.class);
        types.add(123, "finish_erasure", FinishErasure.class);
        types.add(124, "resume_erasure", ResumeErasure.class);
        types.add(125, "place_legal_hold", PlaceHold.class);
        types.add(126, "lift_legal_hold", LiftHold.class);
    }

    /// Begins to erase an account at an operator's wish.
    public EraseOutcome erase(UserId user, ErasureMode mode, Origin origin) {
        return store.commit(new EraseAccount(user, mode, origin), origin);
    }

    /// Begins an erasure again that this file has forgotten.
    ///
    /// @return false where it is known
    public boolean resume(long erasure, UserId user, ErasureMode mode, Instant requestedAt) {
        return store.commit(new ResumeErasure(erasure, user, mode, requestedAt.toEpochMilli()), Origin.system());
    }

    public Optional<Erasure> find(long id) {
        return store.read(session -> session.sql(ErasureSql.class).find(id));
    }

    /// Those in one state, oldest first.
    ///
    /// @param limit at most 100
    public List<Erasure> inState(ErasureState state, long after, int limit) {
        int rows = Math.clamp(limit, 1, PAGE_LIMIT);
        return store.read(session -> session.sql(ErasureSql.class).inState(state.code(), after, rows));
    }

    /// All of them, newest first.
    ///
    /// @param limit at most 100
    public List<Erasure> page(long before, int limit) {
        int rows = Math.clamp(limit, 1, PAGE_LIMIT);
        return store.read(session -> session.sql(ErasureSql.class).before(before, rows));
    }

    /// The files that knew something of the account.
    public List<ErasedShard> shards(long erasure) {
        return store.read(session -> session.sql(ErasureSql.class).shards(erasure));
    }

    /// Notes what was done.
    ///
    /// @param nextShard files with ids up to this one have been asked; null where that did not change
    /// @param seen how many files were asked since the last note
    public void note(long erasure, List<ErasedShard> shards, @Nullable String nextShard, int seen) {
        boolean _ = store.commit(new NoteErasedShards(erasure, shards, nextShard, seen), Origin.system());
    }

    /// Takes what is left of an account out of this file.
    ///
    /// @return lines of the audit log, and recorded commands, that lost words
    public Cleared clear(UserId user) {
        ClearAccount.Cleared cleared = store.commit(new ClearAccount(user), Origin.system());
        return new Cleared(cleared.auditLines(), cleared.recordedCommands());
    }

    /// @param auditLines lines of the audit log that lost words
    /// @param recordedCommands recorded commands that lost words
    public record Cleared(int auditLines, int recordedCommands) {}

    /// Writes every page of this file anew: a deleted key may stand in what a page has free.
    ///
    /// @return false when a read under way kept the log from being emptied
    public boolean rewriteFile() {
        return Engine.await(engine.runLater(WriteSession::rewriteAllPages), REWRITING);
    }

    /// Writes the receipt.
    ///
    /// @param receipt a JSON object
    public void finish(long erasure, String receipt) {
        boolean _ = store.commit(new FinishErasure(erasure, receipt), Origin.system());
    }
}
