package chat.waddle.sqlite.command;

import chat.waddle.ids.IdClock;
import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.SqliteFile;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// Applies a batch of commands in one transaction and answers them when it is durable.
///
/// Owned by the writer; only the committed positions may be read by other threads.
final class BatchTransaction {
    private static final int PAGE_BYTES = 4096;
    /// With less free space than this a full file is the disk's fault, not the limit's.
    private static final long DISK_FLOOR_BYTES = 8L << 20;

    private final SqliteFile file;
    private final FileOptions options;
    private final Engine.Setup setup;
    private final EncodedBatch encoded;
    private final List<Applied<?>> applied = new ArrayList<>();
    private IdClock ids = new IdClock(IdClock.none());
    private long commitsSinceOpen;
    private volatile long seq;
    private volatile long items;

    BatchTransaction(SqliteFile file, FileOptions options, Engine.Setup setup) {
        this.file = file;
        this.options = options;
        this.setup = setup;
        this.encoded = new EncodedBatch(setup.types());
    }

    static long growthPages(FileOptions options) {
        return (options.limitBytes() - options.reserveBytes()) / PAGE_BYTES;
    }

    void opened(WriteSession session, long highWaterMark) throws SQLException {
        Journal.Position position = Journal.position(session);
        if (position.seq() < Math.max(highWaterMark, seq)) {
            throw new StorageException(
                    StorageException.Kind.DAMAGED,
                    file.path().getFileName() + " stands at change " + position.seq() + " but had reached "
                            + Math.max(highWaterMark, seq) + ": its write-ahead log is lost.");
        }
        ids = new IdClock(position.lastId());
        setup.program().opened(session, position.itemCount());
        seq = position.seq();
        items = position.itemCount();
    }

    long committedSeq() {
        return seq;
    }

    long committedItems() {
        return items;
    }

    long commitsSinceOpen() {
        return commitsSinceOpen;
    }

    /// Commits the commands together; where one breaks the transaction, each by itself, so that only the bad one fails.
    ///
    /// @throws StorageException when the file needs to be opened again; no command of the batch was answered then
    void run(WriteSession session, List<Job.Submitted<?>> commands, int waiting) {
        try {
            commit(session, commands, waiting);
            return;
        } catch (SQLException | RuntimeException e) {
            StorageException failure = rolledBack(session, e);
            if (failure.needsReopening()) {
                throw failure;
            }
            if (commands.size() == 1) {
                retryOrFail(session, commands.getFirst(), failure, waiting);
                return;
            }
        }
        for (Job.Submitted<?> command : commands) {
            runAlone(session, command, waiting);
        }
    }

    private void runAlone(WriteSession session, Job.Submitted<?> command, int waiting) {
        if (command.answer().isDone()) {
            return;
        }
        try {
            commit(session, List.of(command), waiting);
        } catch (SQLException | RuntimeException e) {
            StorageException failure = rolledBack(session, e);
            if (failure.needsReopening()) {
                throw failure;
            }
            retryOrFail(session, command, failure, waiting);
        }
    }

    /// A full file still takes what makes room: such a command is tried again with the reserve.
    private void retryOrFail(WriteSession session, Job.Submitted<?> command, StorageException failure, int waiting) {
        boolean useReserve = failure.kind() == StorageException.Kind.LIMIT_REACHED
                && command.command().mayUseReserve();
        if (!useReserve) {
            command.fail(failure);
            return;
        }
        try {
            withReserve(session, () -> commit(session, List.of(command), waiting));
        } catch (SQLException | RuntimeException e) {
            StorageException again = rolledBack(session, e);
            if (again.needsReopening()) {
                throw again;
            }
            command.fail(again);
        }
    }

    /// Work that may write.
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    void withReserve(WriteSession session, Work work) throws SQLException {
        session.execute("PRAGMA max_page_count=" + options.limitBytes() / PAGE_BYTES);
        try {
            work.run();
        } finally {
            session.execute("PRAGMA max_page_count=" + growthPages(options));
        }
    }

    private StorageException rolledBack(WriteSession session, Exception error) {
        StorageException.Kind kind = StorageException.kindOf(error);
        if (kind == StorageException.Kind.DISK_FULL && file.diskFreeBytes() > DISK_FLOOR_BYTES) {
            kind = StorageException.Kind.LIMIT_REACHED;
        }
        StorageException failure =
                new StorageException(kind, Objects.requireNonNullElse(error.getMessage(), "a command failed"), error);
        if (!failure.needsReopening()) {
            session.rollback();
        }
        encoded.clear();
        setup.program().rolledBack();
        return failure;
    }

    private void commit(WriteSession session, List<? extends Job.Submitted<?>> commands, int waiting)
            throws SQLException {
        long idBefore = ids.last();
        long started = System.nanoTime();
        long next = seq;
        applied.clear();
        Stamp stamp = new Stamp(ids, setup.clock().millis());
        try {
            session.begin();
            long begun = System.nanoTime();
            for (Job.Submitted<?> command : commands) {
                next = apply(session, stamp, command, next);
            }
            if (next > seq) {
                Journal.appendCommit(
                        session, seq + 1, next, stamp, setup.program().itemCount(), encoded.take());
            }
            long done = System.nanoTime();
            session.commit();
            long durable = System.nanoTime();
            succeeded(
                    commands, next, waiting, new EngineListener.Phases(begun - started, done - begun, durable - done));
        } catch (SQLException | RuntimeException e) {
            ids.rewindTo(idBefore);
            throw e;
        }
    }

    private long apply(WriteSession session, Stamp stamp, Job.Submitted<?> submitted, long lastSeq)
            throws SQLException {
        Command<?> command = submitted.command();
        Applied<?> result = setup.program().apply(session, stamp.at(lastSeq + 1, submitted.request()), command);
        applied.add(result);
        if (!result.changed()) {
            return lastSeq;
        }
        Journal.append(session, stamp, setup.types().of(command).number(), result);
        encoded.add(lastSeq + 1, submitted.request(), command);
        return lastSeq + 1;
    }

    private void succeeded(
            List<? extends Job.Submitted<?>> commands, long newSeq, int waiting, EngineListener.Phases phases) {
        commitsSinceOpen++;
        setup.program().committed();
        items = setup.program().itemCount();
        seq = newSeq;
        for (Applied<?> result : applied) {
            if (result.afterCommit() != null) {
                result.afterCommit().run();
            }
        }
        for (int i = 0; i < commands.size(); i++) {
            answer(commands.get(i), applied.get(i), newSeq);
        }
        setup.listener().committed(file.identity().fileId(), commands.size(), waiting, phases);
    }

    @SuppressWarnings("unchecked") // the applier of Command<R> answers R, by its signature
    private static <R> void answer(Job.Submitted<R> command, Applied<?> result, long seq) {
        CompletableFuture<Committed<R>> answer = command.answer();
        answer.complete(new Committed<>((R) result.result(), seq));
    }
}
