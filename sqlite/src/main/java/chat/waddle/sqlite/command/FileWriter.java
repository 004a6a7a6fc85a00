package chat.waddle.sqlite.command;

import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.SqliteFile;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The single writer of a file: keeps its connection, opens it again after errors, and hands batches to a transaction.
///
/// [#handle] runs on one writer thread at a time; the rest is thread-safe.
final class FileWriter {
    private static final Duration RETRY_UPKEEP = Duration.ofSeconds(1);

    private final SqliteFile file;
    private final Engine.Setup setup;
    private final PageLimit limit;
    private final BatchTransaction batches;
    private final Upkeep upkeep;
    private final List<Job.Submitted<?>> commands = new ArrayList<>();
    private Consumer<Duration> wakeUp = delay -> {};
    private @Nullable WriteSession session;
    private boolean folded;
    private final AtomicReference<@Nullable StorageException> quarantine = new AtomicReference<>();
    private volatile boolean refusing;
    private boolean closed;

    FileWriter(SqliteFile file, FileOptions options, Engine.Setup setup) {
        this.file = file;
        this.setup = setup;
        this.limit = new PageLimit(options);
        this.batches = new BatchTransaction(file, limit, setup);
        this.upkeep = new Upkeep(file, limit, setup);
        file.onDamage(this::damagedWhileReading);
    }

    /// Lets the writer ask to be run again after a while.
    void wakeUpBy(Consumer<Duration> alarm) {
        wakeUp = alarm;
    }

    void requireServing() {
        StorageException cause = quarantine.get();
        if (cause != null) {
            throw new StorageException(cause.kind(), Objects.requireNonNull(cause.getMessage()), cause);
        }
        if (refusing) {
            throw new StorageException(StorageException.Kind.CLOSED, "The file is closing.");
        }
    }

    long committedSeq() {
        return batches.committedSeq();
    }

    long committedItems() {
        return batches.committedItems();
    }

    Optional<StorageException> quarantined() {
        return Optional.ofNullable(quarantine.get());
    }

    void refuseFromNowOn() {
        refusing = true;
    }

    void quarantine(StorageException cause) {
        if (quarantine.compareAndSet(null, cause)) {
            setup.listener().quarantined(file.identity().fileId(), cause);
        }
    }

    private void damagedWhileReading(StorageException cause) {
        if (cause.kind() == StorageException.Kind.DAMAGED) {
            quarantine(cause);
        }
    }

    /// Does the jobs in order, commands that follow each other in one commit; then what upkeep is due.
    ///
    /// Whatever breaks off, even for want of memory: every job is answered, and nothing half done is kept.
    void handle(List<Job> jobs, int waiting) {
        try {
            for (Job job : jobs) {
                handle(job, waiting);
            }
            commit(waiting);
            doUpkeep(jobs.isEmpty());
        } catch (RuntimeException | Error e) {
            discardSession();
            commands.clear();
            closed |= jobs.stream().anyMatch(Job.Close.class::isInstance);
            StorageException failure = new StorageException(
                    StorageException.Kind.IO, "The writer broke off; whether it was done is unknown.", e);
            jobs.forEach(job -> job.fail(failure));
            setup.listener().broken(file.identity().fileId(), "write", e);
        }
    }

    private void handle(Job job, int waiting) {
        if (job instanceof Job.Submitted<?> submitted) {
            submit(submitted, waiting);
            return;
        }
        commit(waiting);
        switch (job) {
            case Job.Open open -> open(open);
            case Job.Chore<?> chore -> run(chore);
            case Job.Close close -> {
                close();
                close.answer().complete(true);
            }
            case Job.Submitted<?> _ -> throw new IllegalStateException("commands wait for their batch");
        }
    }

    private void submit(Job.Submitted<?> submitted, int waiting) {
        boolean alone = submitted.command().runsAlone();
        if (alone) {
            commit(waiting);
        }
        commands.add(submitted);
        if (alone) {
            commit(waiting);
        }
    }

    private void commit(int waiting) {
        if (commands.isEmpty()) {
            return;
        }
        try {
            batches.run(writable(), commands, waiting);
        } catch (StorageException failure) {
            recover(failure);
            commands.forEach(command -> command.fail(failure));
        } finally {
            commands.clear();
        }
    }

    private void open(Job.Open job) {
        try {
            WriteSession _ = session();
            job.answer().complete(true);
        } catch (StorageException failure) {
            recover(failure);
            job.fail(failure);
        }
    }

    private <T> void run(Job.Chore<T> chore) {
        try {
            WriteSession open = writable();
            T result = limit.withReserve(open, () -> chore.work().write(open));
            if (open.rollback()) {
                throw new IllegalStateException("the work left its transaction open; it was rolled back");
            }
            chore.answer().complete(result);
        } catch (SQLException | RuntimeException e) {
            StorageException failure = file.failure("do the work", e);
            boolean own = failure.kind() == StorageException.Kind.DEFECT && e instanceof RuntimeException;
            recover(failure);
            chore.fail(own ? (RuntimeException) e : failure);
        }
    }

    private void doUpkeep(boolean idle) {
        if (quarantine.get() != null || session == null) {
            return;
        }
        try {
            Duration next = upkeep.run(writable(), idle, batches.work());
            if (!next.isZero()) {
                wakeUp.accept(next);
            }
        } catch (SQLException | RuntimeException e) {
            StorageException failure = file.failure("keep the file in order", e);
            if (!failure.needsReopening()) {
                setup.listener().broken(file.identity().fileId(), "keep the file in order", e);
                wakeUp.accept(RETRY_UPKEEP);
            }
            recover(failure);
        }
    }

    /// The connection, once the log is folded in.
    ///
    /// After a failed fsync the page cache may hold frames that are not on disk and that no later fsync will write;
    /// a commit behind them would be lost with them. So before the first commit on every connection all of the log
    /// goes into the file itself, which writes it anew, and the log begins again. Reads do not wait for this.
    private WriteSession writable() {
        WriteSession open = session();
        if (folded) {
            return open;
        }
        try {
            if (!open.foldLogIn()) {
                throw new StorageException(
                        StorageException.Kind.IO, "A long read keeps the write-ahead log from being folded in.");
            }
        } catch (SQLException e) {
            throw file.failure("fold the write-ahead log in", e);
        }
        folded = true;
        return open;
    }

    private WriteSession session() {
        StorageException cause = quarantine.get();
        if (cause != null) {
            throw new StorageException(cause.kind(), Objects.requireNonNull(cause.getMessage()), cause);
        }
        if (closed) {
            throw new StorageException(StorageException.Kind.CLOSED, "The file is closed.");
        }
        WriteSession open = session;
        if (open == null) {
            open = open();
            session = open;
        }
        return open;
    }

    private WriteSession open() {
        try {
            WriteSession opened = file.openWriter();
            try {
                batches.opened(opened, setup.highWaterMark());
                folded = false;
                return opened;
            } catch (SQLException | RuntimeException | Error e) {
                opened.closeAfter(e);
                throw e;
            }
        } catch (SQLException | RuntimeException e) {
            throw file.failure("open " + file.path().getFileName(), e);
        }
    }

    /// Throws the connection away where the error asks for it, and takes a damaged file out of service.
    private void recover(StorageException failure) {
        if (!failure.needsReopening()) {
            if (session != null) {
                boolean _ = session.rollback();
            } else if (failure.kind() == StorageException.Kind.NEWER) {
                quarantine(failure);
            }
            return;
        }
        discardSession();
        boolean lost =
                failure.kind() == StorageException.Kind.DAMAGED || failure.kind() == StorageException.Kind.MISSING;
        if (lost) {
            quarantine(failure);
            return;
        }
        setup.listener().reopened(file.identity().fileId(), failure);
    }

    private void discardSession() {
        WriteSession open = session;
        session = null;
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (StorageException e) {
            // the connection is broken already; its handle is freed by the driver
        }
    }

    private void close() {
        closed = true;
        try {
            if (session != null && quarantine.get() == null) {
                upkeep.beforeClose(session, batches.work());
            }
        } finally {
            discardSession();
        }
    }
}
