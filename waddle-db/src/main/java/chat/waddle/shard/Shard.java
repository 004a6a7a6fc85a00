package chat.waddle.shard;

import chat.waddle.channel.ChannelList;
import chat.waddle.community.Access;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import chat.waddle.message.EncodedPage;
import chat.waddle.message.History;
import chat.waddle.message.MessageEncoder;
import chat.waddle.message.MessageRows;
import chat.waddle.message.RecentLoader;
import chat.waddle.message.RecentMessages;
import chat.waddle.search.SearchTail;
import chat.waddle.sqlite.ReadSession;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.Waiters;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Committed;
import chat.waddle.sqlite.command.Engine;
import chat.waddle.sqlite.command.Request;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// One community, open: its commands, its reads, and what is known of it in memory.
///
/// Methods block the calling thread until the answer is there, but for those that return a future; meant for virtual
/// threads. Thread-safe. Failures of the
/// file come as [chat.waddle.sqlite.StorageException].
public final class Shard {
    /// A commit that takes longer than this is not waited for; its outcome is then unknown to the caller.
    private static final Duration WRITE_DEADLINE = Duration.ofSeconds(30);
    private static final Duration READ_DEADLINE = Duration.ofSeconds(10);

    private final WaddleId waddle;
    private final Engine engine;
    private final WaddleProgram program;
    private final ReaderView view;
    private final SearchTail tail;
    private final MessageEncoder encoder;

    Shard(
            WaddleId waddle,
            Engine engine,
            WaddleProgram program,
            ReaderView view,
            SearchTail tail,
            MessageEncoder encoder) {
        this.waddle = waddle;
        this.engine = engine;
        this.program = program;
        this.view = view;
        this.tail = tail;
        this.encoder = encoder;
    }

    public WaddleId waddle() {
        return waddle;
    }

    /// Carries out a command and answers once it is on disk.
    public <R> Committed<R> submit(Command<R> command, Request request) {
        return Waiters.await(submitAsync(command, request));
    }

    /// The same without waiting; see [Engine#submit] for the thread on which the answer comes.
    public <R> CompletableFuture<Committed<R>> submitAsync(Command<R> command, Request request) {
        return engine.submit(command, request, WRITE_DEADLINE);
    }

    /// The same without a deadline.
    public <R> CompletableFuture<Committed<R>> submitLater(Command<R> command, Request request) {
        return engine.submit(command, request);
    }

    /// A piece of work that reads this waddle.
    @FunctionalInterface
    public interface Reading<T> {
        T read(WaddleReader reader) throws SQLException;
    }

    /// Reads on one connection; each statement sees the newest commit.
    public <T> T read(Reading<T> reading) {
        return Waiters.await(readAsync(reading));
    }

    /// The same without waiting. The answer comes on the reader's thread, a failure to come in time on another: what
    /// hangs on it must be quick and must not wait.
    public <T> CompletableFuture<T> readAsync(Reading<T> reading) {
        return answer(session -> reading.read(reader(session, view.filedTo())));
    }

    private <T> CompletableFuture<T> answer(ReadSession.Reading<T> reading) {
        return engine.within(READ_DEADLINE, engine.read(reading));
    }

    private <T> T onWriter(WriteSession.Writing<T> work) {
        return Waiters.await(engine.within(READ_DEADLINE, engine.runLater(work)));
    }

    /// Reads on one snapshot: every statement sees the same commit.
    public <T> T readSnapshot(Reading<T> reading) {
        return Waiters.await(readSnapshotAsync(reading));
    }

    /// The same without waiting; see [#readAsync].
    public <T> CompletableFuture<T> readSnapshotAsync(Reading<T> reading) {
        return answer(session -> {
            long filedTo = view.filedTo(); // before the snapshot: what is filed after it is not filed in it
            return session.snapshot(snapshot -> reading.read(reader(snapshot, filedTo)));
        });
    }

    private WaddleReader reader(ReadSession session, long filedTo) {
        ChannelList channels = channels();
        MessageRows rows = new MessageRows(session, view.authors(), channels, encoder);
        return new WaddleReader(session, channels, rows, tail, filedTo);
    }

    /// What the user may do here, or empty for who is no member.
    public Optional<Access> access(UserId user) {
        Access known = view.accesses().known(user);
        if (known != null) {
            return Optional.of(known);
        }
        return Waiters.await(
                answer(session -> Optional.ofNullable(view.accesses().load(session, user))));
    }

    /// All channels as of the newest commit.
    public ChannelList channels() {
        return Objects.requireNonNull(view.channels());
    }

    /// The newest messages of a channel, from memory where it has been read before.
    ///
    /// @param limit 1 to [History#PAGE_LIMIT]
    public EncodedPage newest(int channel, int limit) {
        RecentMessages recent = view.recent();
        EncodedPage page = recent.newest(channel, limit);
        if (page != null) {
            return page;
        }
        EncodedPage loaded = recent.has(channel) ? null : load(channel, limit);
        return loaded != null
                ? loaded
                : read(reader -> reader.history().newest(new History.Of.OfChannel(channel), limit));
    }

    /// The same for a guest: without what guests must not see.
    public EncodedPage newestForGuests(int channel, int limit) {
        RecentMessages recent = view.recent();
        EncodedPage page = recent.newest(channel, limit);
        if (page == null && !recent.has(channel)) {
            page = load(channel, limit);
        }
        return page == null || recent.hidesFromGuests(channel) // only memory knows that nothing is hidden
                ? read(reader -> reader.history().forGuests().newest(new History.Of.OfChannel(channel), limit))
                : page;
    }

    /// Loads the channel into memory, on the writer. Where that cannot work now, its disk being full or failing, the
    /// page is read from the file like any other: reads do not depend on the writer.
    /// The writer may be busy, or unable to write; then the readers answer from the file.
    private @Nullable EncodedPage load(int channel, int limit) {
        try {
            boolean _ = onWriter(
                    session -> RecentLoader.load(session, channel, view.recent(), view.authors(), channels(), encoder));
        } catch (StorageException e) {
            return null;
        }
        return view.recent().newest(channel, limit);
    }

    /// The sequence of the newest durable change.
    public long seq() {
        return engine.seq();
    }

    /// The sequence of the change that last touched who is a member. Asked of the writer, whose connection is open
    /// already; a reader would make a first request wait for one of its own.
    public long membersSeq() {
        return onWriter(session -> session.number("SELECT members_seq FROM waddle_settings"));
    }

    /// Messages that are not deleted.
    public long messageCount() {
        return engine.itemCount();
    }

    /// Brings the search index up to date; a search that weighs hits against each other needs all of them there. Where
    /// the writer cannot, what is indexed already is searched.
    public void catchUpIndex() {
        if (tail.isEmpty()) {
            return;
        }
        try {
            boolean _ = onWriter(session -> {
                program.index().catchUp(session);
                return true;
            });
        } catch (StorageException e) {
            return; // the newest messages are missing from this answer, nothing else
        }
    }

    /// Merges the whole search index at once; after an import.
    public void optimizeSearch() {
        engine.run(session -> {
            program.index().optimize(session);
            return true;
        });
    }

    /// Forgets what is in memory and reads it again.
    void reload(WriteSession session) throws SQLException {
        program.opened(session, engine.itemCount());
    }

    public Engine engine() {
        return engine;
    }

    void close() {
        engine.close();
        tail.close();
    }
}
