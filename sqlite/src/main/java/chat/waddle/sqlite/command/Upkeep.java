package chat.waddle.sqlite.command;

import chat.waddle.sqlite.SqliteFile;
import chat.waddle.sqlite.StorageException;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import java.time.Duration;

/// What a file's writer does between batches: folding the write-ahead log in, trimming the journal, and the program's
/// own maintenance.
///
/// Owned by the writer; not thread-safe.
final class Upkeep {
    /// The log is folded in when it has this many pages; asked for only every few commits.
    private static final long CHECKPOINT_PAGES = 1000;
    private static final int COMMITS_BETWEEN_LOOKS = 16;
    private static final Duration IDLE_AFTER = Duration.ofMillis(250);
    /// Between two pieces of idle work a command finds the writer free.
    private static final Duration IDLE_PAUSE = Duration.ofMillis(5);
    private static final Duration ENTRY_LIFE = Duration.ofDays(3);
    private static final long BODY_BUDGET_BYTES = 16L << 20;
    private static final int TRIM_ROWS = 500;
    private static final int COMMITS_BETWEEN_TRIMS = 2000;

    private final SqliteFile file;
    private final Engine.Setup setup;
    private long lookedAt;
    private long trimmedAt;
    private long activeAtNanos;
    private boolean settled;
    private long alarmAtNanos = Long.MAX_VALUE;

    Upkeep(SqliteFile file, Engine.Setup setup) {
        this.file = file;
        this.setup = setup;
    }

    /// Does what is due.
    ///
    /// @param nothingWaited true when the writer was woken without a job
    /// @return after what time to be called again; zero for not at all
    Duration run(WriteSession session, boolean nothingWaited, long commits) throws SQLException {
        long now = System.nanoTime();
        if (!nothingWaited) {
            activeAtNanos = now;
            settled = false;
        }
        boolean idle = now - activeAtNanos >= IDLE_AFTER.toNanos();
        if (now >= setup.program().maintenanceDueNanos() || idle) {
            timed("program", () -> setup.program().maintain(session, idle));
        }
        checkpoint(session, commits);
        trim(session, commits);
        if (idle && !settled && !setup.program().wantsIdleTime()) {
            timed("checkpoint", () -> session.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
            settled = true;
        }
        return nextAlarm(now, idle);
    }

    /// One alarm at a time: a new one only when it would ring before the one that is set.
    private Duration nextAlarm(long now, boolean idle) {
        if (now >= alarmAtNanos) {
            alarmAtNanos = Long.MAX_VALUE;
        }
        long due = setup.program().maintenanceDueNanos();
        long wanted = Math.min(due, idle ? nextIdleWork(now) : activeAtNanos + IDLE_AFTER.toNanos());
        if (wanted >= alarmAtNanos || wanted == Long.MAX_VALUE) {
            return Duration.ZERO;
        }
        alarmAtNanos = wanted;
        return Duration.ofNanos(Math.max(1_000_000, wanted - now));
    }

    private long nextIdleWork(long now) {
        return setup.program().wantsIdleTime() ? now + IDLE_PAUSE.toNanos() : Long.MAX_VALUE;
    }

    private void checkpoint(WriteSession session, long commits) throws SQLException {
        if (commits - lookedAt < COMMITS_BETWEEN_LOOKS) {
            return;
        }
        lookedAt = commits;
        if (walPages(session) > CHECKPOINT_PAGES) {
            timed("checkpoint", () -> session.execute("PRAGMA wal_checkpoint(PASSIVE)"));
        }
    }

    private static long walPages(WriteSession session) throws SQLException {
        try (var row = session.kept("PRAGMA wal_checkpoint(NOOP)").executeQuery()) {
            return row.next() ? row.getLong(2) - row.getLong(3) : 0;
        }
    }

    private void trim(WriteSession session, long commits) throws SQLException {
        if (commits - trimmedAt < COMMITS_BETWEEN_TRIMS) {
            return;
        }
        trimmedAt = commits;
        long before = setup.clock().millis() - ENTRY_LIFE.toMillis();
        timed(
                "trim",
                () -> session.unsyncedTransaction(transaction -> {
                    Journal.trimEntries(transaction, before, TRIM_ROWS * 8);
                    long excess = Journal.bodyBytes(transaction) - BODY_BUDGET_BYTES;
                    return excess > 0 ? Journal.trimBodies(transaction, excess, TRIM_ROWS * 16) : 0;
                }));
    }

    private void timed(String work, BatchTransaction.Work body) throws SQLException {
        long started = System.nanoTime();
        body.run();
        setup.listener().maintained(file.identity().fileId(), work, System.nanoTime() - started);
    }

    /// Leaves a file that needs no recovery; a failure costs only the next opening some time.
    void beforeClose(WriteSession session) {
        try {
            setup.program().maintain(session, true);
            session.execute("PRAGMA optimize");
            session.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            setup.listener().reopened(file.identity().fileId(), StorageException.of("fold the log in", e));
        }
    }
}
