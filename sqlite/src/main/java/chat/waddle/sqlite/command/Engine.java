package chat.waddle.sqlite.command;

import chat.waddle.sqlite.CheckReport;
import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.ReadSession;
import chat.waddle.sqlite.Sizes;
import chat.waddle.sqlite.SqliteFile;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.Waiters;
import chat.waddle.sqlite.WriteSession;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// One open file: commands go in, each answered once its commit is on disk; reads run beside them.
///
/// Thread-safe. After an error of the disk the file is opened again with checks; when that fails, or the file is
/// damaged, it is quarantined: every later call fails with the same cause, and other files never notice.
public final class Engine implements AutoCloseable {
    private static final Duration OPEN_DEADLINE = Duration.ofHours(1); // an upgrade may take long
    private static final Duration CLOSE_DEADLINE = Duration.ofSeconds(30);

    private final SqliteFile file;
    private final FileOptions options;
    private final Mailbox mailbox;
    private final FileWriter writer;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CompletableFuture<Boolean> closed = new CompletableFuture<>();

    private Engine(SqliteFile file, FileOptions options, Setup setup) {
        this.file = file;
        this.options = options;
        this.writer = new FileWriter(file, options, setup.guarded());
        this.mailbox = new Mailbox(options.mailboxLimit(), file.writerThreads(), this::drained);
        writer.wakeUpBy(this::wakeAfter);
    }

    /// What an engine needs besides its file.
    ///
    /// @param highWaterMark the sequence the file is known to have reached; a file behind it has lost commits
    public record Setup(
            CommandTypes types, Program program, InstantSource clock, EngineListener listener, long highWaterMark) {
        Setup guarded() {
            return new Setup(types, program, clock, new GuardedListener(listener), highWaterMark);
        }
    }

    /// Opens the file and brings its program up to date; blocks the calling thread, which must be a platform thread.
    ///
    /// @throws StorageException when the file is missing, damaged, newer, or not the one expected
    public static Engine open(SqliteFile file, FileOptions options, Setup setup) {
        Engine engine = new Engine(file, options, setup);
        CompletableFuture<Boolean> opened = new CompletableFuture<>();
        engine.mailbox.put(new Job.Open(opened));
        await(opened, OPEN_DEADLINE);
        return engine;
    }

    private void wakeAfter(Duration delay) {
        try {
            // to the nanosecond: an alarm that rings early finds nothing due and is not set again
            Future<?> _ = file.clock().schedule(mailbox::ring, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // the process stops: the writer does what is left when the file is closed
        }
    }

    private void drained(List<Job> jobs) {
        writer.handle(jobs, mailbox.waiting());
    }

    /// Puts a command into the queue.
    ///
    /// The future fails with a [StorageException] when the command was not carried out, or (IO) when its outcome is
    /// unknown. It completes on the writer's thread where the command was alone in its commit, else on a virtual
    /// thread: what hangs on it must be quick and must not wait.
    ///
    /// @throws StorageException OVERLOADED or CLOSED at once; then nothing was done
    public <R> CompletableFuture<Committed<R>> submit(Command<R> command, Request request) {
        writer.requireServing();
        CompletableFuture<Committed<R>> answer = new CompletableFuture<>();
        mailbox.put(new Job.Submitted<>(command, request, answer));
        return answer;
    }

    /// The same, with a deadline for the answer: after it the answer fails, on a virtual thread, with IO: whether the
    /// command was done is unknown.
    public <R> CompletableFuture<Committed<R>> submit(Command<R> command, Request request, Duration atMost) {
        return file.watch(submit(command, request), StorageException.Kind.IO, atMost);
    }

    /// Does work on the writer's connection, between batches, and waits for it; it may use the reserve.
    public <T> T run(WriteSession.Writing<T> work) {
        return await(runLater(work), Duration.ofHours(1));
    }

    public <T> CompletableFuture<T> runLater(WriteSession.Writing<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        mailbox.put(new Job.Chore<>(work, answer));
        return answer;
    }

    /// Reads on one of the reader threads, with this file's deadline.
    public <T> CompletableFuture<T> read(ReadSession.Reading<T> reading) {
        return read(reading, options.readDeadline());
    }

    public <T> CompletableFuture<T> read(ReadSession.Reading<T> reading, Duration deadline) {
        writer.requireServing();
        return file.read(reading, deadline);
    }

    /// Fails an answer of this engine with DEADLINE, on a virtual thread, when it is not there in time; returns it.
    public <T> CompletableFuture<T> within(Duration atMost, CompletableFuture<T> answer) {
        return file.watch(answer, StorageException.Kind.DEADLINE, atMost);
    }

    /// Waits for an answer and throws what it failed with.
    public static <T> T await(CompletableFuture<T> answer, Duration atMost) {
        return Waiters.await(answer, atMost);
    }

    /// The sequence of the newest durable change.
    public long seq() {
        return writer.committedSeq();
    }

    public long itemCount() {
        return writer.committedItems();
    }

    /// True from the moment it is being closed.
    public boolean isClosing() {
        return closing.get();
    }

    public int waiting() {
        return mailbox.waiting();
    }

    /// The sizes now, read on a reader thread; attachments are counted elsewhere.
    public CompletableFuture<Sizes> sizes() {
        return read(file::sizes);
    }

    /// Writes a compact copy of one moment to a new file and syncs it; writing goes on meanwhile.
    public CompletableFuture<Path> snapshotTo(Path target, Duration deadline) {
        return read(
                session -> {
                    file.snapshot(session, target);
                    return target;
                },
                deadline);
    }

    /// Checks pages, keys and the given full-text tables.
    public CheckReport check(List<String> fullTextTables) {
        return run(session -> file.check(session, fullTextTables));
    }

    /// Why the file does not serve, if so.
    public Optional<StorageException> quarantined() {
        return writer.quarantined();
    }

    /// Takes the file out of service.
    public void quarantine(StorageException cause) {
        writer.quarantine(cause);
    }

    public int openConnections() {
        return file.openConnections();
    }

    /// Finishes what is in the queue, folds the write-ahead log in and closes the file; the writer's connection last.
    ///
    /// Called again it waits for the first call's end.
    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            writer.refuseFromNowOn();
            try {
                file.closeReaders();
            } finally {
                mailbox.putLast(new Job.Close(closed), CLOSE_DEADLINE);
            }
        }
        await(closed, CLOSE_DEADLINE);
    }
}
