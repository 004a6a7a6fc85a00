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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The single writer of a file: keeps its connection, opens it again after errors, and hands batches to a transaction.
///
/// [#handle] runs on one writer thread at a time; the rest is thread-safe.
final class FileWriter {
    private final SqliteFile file;
    private final Engine.Setup setup;
    private final FileOptions options;
    private final BatchTransaction batches;
    private final Upkeep upkeep;
    private final List<Job.Submitted<?>> commands = new ArrayList<>();
    private Consumer<Duration> wakeUp = delay -> {};
    private @Nullable WriteSession session;
    private boolean openedBefore;
    private volatile @Nullable StorageException quarantine;
    private volatile boolean refusing;
    private boolean closed;

    FileWriter(SqliteFile file, FileOptions options, Engine.Setup setup) {
        this.file = file;
        this.options = options;
        this.setup = setup;
        this.batches = new BatchTransaction(file, options, setup);
        this.upkeep = new Upkeep(file, setup);
        file.onDamage(this::damagedWhileReading);
    }

    /// Lets the writer ask to be run again after a while.
    void wakeUpBy(Consumer<Duration> alarm) {
        wakeUp = alarm;
    }

    void requireServing() {
        StorageException cause = quarantine;
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
        return Optional.ofNullable(quarantine);
    }

    void refuseFromNowOn() {
        refusing = true;
    }

    void quarantine(StorageException cause) {
        if (quarantine != null) {
            return;
        }
        quarantine = cause;
        setup.listener().quarantined(file.identity().fileId(), cause);
    }

    private void damagedWhileReading(StorageException cause) {
        if (cause.kind() == StorageException.Kind.DAMAGED) {
            quarantine(cause);
        }
    }

    /// Does the jobs in order, commands that follow each other in one commit; then what upkeep is due.
    void handle(List<Job> jobs, int waiting) {
        for (Job job : jobs) {
            switch (job) {
                case Job.Submitted<?> submitted -> commands.add(submitted);
                case Job.Chore<?> chore -> {
                    commit(waiting);
                    withSession(chore, chore::run);
                }
                case Job.Close close -> {
                    commit(waiting);
                    close();
                    close.answer().complete(true);
                }
            }
        }
        commit(waiting);
        doUpkeep(jobs.isEmpty());
    }

    private void commit(int waiting) {
        if (commands.isEmpty()) {
            return;
        }
        try {
            WriteSession open = session();
            batches.run(open, commands, waiting);
        } catch (StorageException failure) {
            commands.forEach(command -> command.fail(failure));
            recover(failure);
        } finally {
            commands.clear();
        }
    }

    private void withSession(Job job, Consumer<WriteSession> work) {
        try {
            work.accept(session());
        } catch (StorageException failure) {
            job.fail(failure);
            recover(failure);
        }
    }

    private void doUpkeep(boolean idle) {
        if (quarantine != null || session == null) {
            return;
        }
        try {
            Duration next = upkeep.run(session, idle, batches.commitsSinceOpen());
            if (!next.isZero()) {
                wakeUp.accept(next);
            }
        } catch (SQLException e) {
            recover(StorageException.of("keep the file in order", e));
        } catch (StorageException e) {
            recover(e);
        }
    }

    private WriteSession session() {
        StorageException cause = quarantine;
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
            WriteSession opened = file.openWriter(!openedBefore);
            try {
                if (openedBefore) {
                    // what an fsync failed to write may be in the page cache only: write it to the file itself, now
                    opened.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                }
                opened.execute("PRAGMA max_page_count=" + BatchTransaction.growthPages(options));
                batches.opened(opened, setup.highWaterMark());
                openedBefore = true;
                return opened;
            } catch (SQLException | RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (SQLException e) {
            throw StorageException.of("open " + file.path().getFileName(), e);
        }
    }

    /// Throws the connection away where the error asks for it, and takes a damaged file out of service.
    private void recover(StorageException failure) {
        if (!failure.needsReopening()) {
            boolean neverOpened = session == null && failure.kind() == StorageException.Kind.NEWER;
            if (neverOpened) {
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
        if (session == null) {
            return;
        }
        try {
            session.close();
        } catch (StorageException e) {
            // the connection is broken already; its handle is freed by the driver
        }
        session = null;
    }

    private void close() {
        closed = true;
        if (session != null && quarantine == null) {
            upkeep.beforeClose(session);
        }
        discardSession();
    }
}
