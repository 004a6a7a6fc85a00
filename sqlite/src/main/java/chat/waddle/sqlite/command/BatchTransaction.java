package chat.waddle.sqlite.command;

import chat.waddle.ids.IdClock;
import chat.waddle.sqlite.SqliteFile;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Applies a batch of commands in one transaction and answers them when it is durable.
///
/// Owned by the writer; only the committed positions may be read by other threads.
final class BatchTransaction {
    private final SqliteFile file;
    private final PageLimit limit;
    private final Engine.Setup setup;
    private final EncodedBatch encoded;
    private final List<Applied<?>> applied = new ArrayList<>();
    private IdClock ids = new IdClock(IdClock.none());
    private long commitsSinceOpen;
    private long bodyBytes;
    private int pendingBodyBytes;
    private volatile long seq;
    private volatile long items;

    BatchTransaction(SqliteFile file, PageLimit limit, Engine.Setup setup) {
        this.file = file;
        this.limit = limit;
        this.setup = setup;
        this.encoded = new EncodedBatch(setup.types());
    }

    void opened(WriteSession session, long highWaterMark) throws SQLException {
        Journal.Position position = Journal.position(session);
        if (position.seq() < Math.max(highWaterMark, seq)) {
            throw new StorageException(
                    StorageException.Kind.DAMAGED,
                    file.path().getFileName() + " stands at change " + position.seq() + " but had reached "
                            + Math.max(highWaterMark, seq) + ": its write-ahead log is lost.");
        }
        limit.opened();
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

    Upkeep.Work work() {
        return new Upkeep.Work(commitsSinceOpen, bodyBytes);
    }

    /// Commits the commands together; where one breaks the transaction, each by itself, so that only the bad one fails.
    ///
    /// @throws StorageException when the file needs to be opened again; no command of the batch was answered then
    void run(WriteSession session, List<Job.Submitted<?>> commands, int waiting) {
        try {
            commitWithinLimit(session, commands, waiting);
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
        if (command.settled().get()) {
            return;
        }
        try {
            commitWithinLimit(session, List.of(command), waiting);
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
            limit.withReserve(session, () -> {
                commit(session, List.of(command), waiting);
                return true;
            });
        } catch (SQLException | RuntimeException e) {
            StorageException again = rolledBack(session, e);
            if (again.needsReopening()) {
                throw again;
            }
            command.fail(again);
        }
    }

    private StorageException rolledBack(WriteSession session, Exception error) {
        StorageException failure = file.failure("carry out a command", error);
        if (!failure.needsReopening()) {
            boolean _ = session.rollback();
        }
        setup.program().rolledBack();
        return failure;
    }

    private void commitWithinLimit(WriteSession session, List<? extends Job.Submitted<?>> commands, int waiting)
            throws SQLException {
        limit.lower(session);
        commit(session, commands, waiting);
    }

    private void commit(WriteSession session, List<? extends Job.Submitted<?>> commands, int waiting)
            throws SQLException {
        long idBefore = ids.last();
        long started = System.nanoTime();
        long next = seq;
        applied.clear();
        encoded.clear();
        pendingBodyBytes = 0;
        Stamp stamp = new Stamp(ids, setup.clock().millis());
        EngineListener.Phases phases;
        try {
            session.begin();
            long begun = System.nanoTime();
            for (Job.Submitted<?> command : commands) {
                next = apply(session, stamp, command, next);
            }
            if (next > seq) {
                byte[] body = encoded.take();
                pendingBodyBytes = body.length;
                Journal.appendCommit(
                        session, seq + 1, next, stamp, setup.program().itemCount(), body);
            }
            long done = System.nanoTime();
            session.commit();
            phases = new EngineListener.Phases(begun - started, done - begun, System.nanoTime() - done);
        } catch (SQLException | RuntimeException e) {
            ids.rewindTo(idBefore);
            throw e;
        }
        succeeded(session, commands, next);
        setup.listener().committed(file.identity().fileId(), commands.size(), waiting, phases);
    }

    private long apply(WriteSession session, Stamp stamp, Job.Submitted<?> submitted, long lastSeq)
            throws SQLException {
        Command<?> command = submitted.command();
        long idBefore = ids.last();
        Applied<?> result = setup.program().apply(session, stamp.at(lastSeq + 1, submitted.request()), command);
        applied.add(result);
        if (!result.changed()) {
            ids.rewindTo(idBefore); // a replay, which has only the changes, must hand out the same ids
            return lastSeq;
        }
        Command<?> recorded = result.recordOf(command);
        Journal.append(session, stamp, setup.types().of(recorded).number(), result);
        encoded.add(lastSeq + 1, submitted.request(), recorded);
        return lastSeq + 1;
    }

    /// The commands are on disk: whatever fails from here on, they are answered as done and never applied again.
    private void succeeded(WriteSession session, List<? extends Job.Submitted<?>> commands, long newSeq) {
        commitsSinceOpen += newSeq > seq ? 1 : 0;
        bodyBytes += pendingBodyBytes;
        seq = newSeq;
        try {
            updateMemory();
        } catch (RuntimeException e) {
            setup.listener().broken(file.identity().fileId(), "update the memory after a commit", e);
            readMemoryAnew(session, commands);
        }
        answerAll(commands);
    }

    private void updateMemory() {
        setup.program().committed();
        items = setup.program().itemCount();
        for (Applied<?> result : applied) {
            if (result.afterCommit() != null) {
                result.afterCommit().run();
            }
        }
    }

    /// @throws StorageException that asks for reopening when not even this works; the commands are answered then
    private void readMemoryAnew(WriteSession session, List<? extends Job.Submitted<?>> commands) {
        try {
            Journal.Position position = Journal.position(session);
            setup.program().opened(session, position.itemCount());
            items = position.itemCount();
        } catch (SQLException | RuntimeException e) {
            answerAll(commands);
            throw new StorageException(StorageException.Kind.IO, "The memory does not follow the file.", e);
        }
    }

    /// One command is answered at once: whoever waits goes on at the first moment. Of several each is answered on a
    /// thread of its own, for what hangs on the answers would hold up the next batch.
    /// The outcome is settled here.
    private void answerAll(List<? extends Job.Submitted<?>> commands) {
        commands.forEach(command -> command.settled().set(true));
        if (commands.size() == 1) {
            answer(commands.getFirst(), applied.getFirst(), seq);
            return;
        }
        long committed = seq;
        for (int i = 0; i < commands.size(); i++) {
            Job.Submitted<?> command = commands.get(i);
            Applied<?> result = applied.get(i);
            Thread.startVirtualThread(() -> answer(command, result, committed));
        }
    }

    @SuppressWarnings("unchecked") // the applier of Command<R> answers R, by its signature
    private static <R> void answer(Job.Submitted<R> command, Applied<?> result, long seq) {
        CompletableFuture<Committed<R>> answer = command.answer();
        answer.complete(new Committed<>((R) result.result(), seq));
    }
}
