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
    /// The log is folded in when it has this many pages; asked for only every few commits. Folding holds the writer up
    /// for some milliseconds, so it must be rare: at 1000 pages it was the whole 99th percentile of single posts.
    private static final long CHECKPOINT_PAGES = 8000;
    private static final int COMMITS_BETWEEN_LOOKS = 16;
    /// Between two pieces of work for lulls a command finds the writer free.
    private static final Duration LULL_PAUSE = Duration.ofMillis(5);
    private static final Duration ENTRY_LIFE = Duration.ofDays(3);
    private static final long BODY_BUDGET_BYTES = 16L << 20;
    private static final int ENTRIES_AT_ONCE = 8000;
    private static final int BODIES_AT_ONCE = 8000;
    private static final int COMMITS_BETWEEN_TRIMS = 200;

    /// Free pages are kept for reuse up to this many, or a twentieth of the file.
    private static final long RECLAIM_ABOVE_PAGES = 2000;

    private static final int RECLAIM_PAGES = 200;

    private final SqliteFile file;
    private final PageLimit limit;
    private final Engine.Setup setup;
    private long lookedAt;
    private long trimmedAt;
    private long bodiesAtTrim;
    private long heldBytes = -1;
    private boolean reclaiming;
    private boolean workedInLull;
    private long activeAtNanos;
    private boolean settled;
    private long alarmAtNanos = Long.MAX_VALUE;

    Upkeep(SqliteFile file, PageLimit limit, Engine.Setup setup) {
        this.file = file;
        this.limit = limit;
        this.setup = setup;
    }

    /// What the file's writer has done since it was opened: commits, and bytes of encoded commands.
    record Work(long commits, long bodyBytes) {}

    /// One piece of work between batches.
    @FunctionalInterface
    private interface Task {
        void run() throws SQLException;
    }

    /// Does what is due.
    ///
    /// @param nothingWaited true when the writer was woken without a job
    /// @return after what time to be called again; zero for not at all
    Duration run(WriteSession session, boolean nothingWaited, Work work) throws SQLException {
        long now = System.nanoTime();
        if (!nothingWaited) {
            activeAtNanos = now;
            settled = false;
        }
        Lull lull = Lull.since(now - activeAtNanos);
        boolean idle = lull == Lull.LONG;
        boolean wanted = lull == Lull.SHORT && setup.program().wantsIdleTime();
        if (now >= setup.program().maintenanceDueNanos() || idle || wanted) {
            timed(session, "program", () -> setup.program().maintain(session, lull));
            workedInLull = lull != Lull.NONE;
        }
        checkpoint(session, work.commits());
        trim(session, work);
        if (idle && !settled) {
            reclaim(session);
        }
        if (idle && !settled && !reclaiming && !setup.program().wantsIdleTime()) {
            timed(session, "checkpoint", () -> session.execute("PRAGMA wal_checkpoint(TRUNCATE)"));
            settled = true;
        }
        return nextAlarm(now, lull);
    }

    /// One alarm at a time: a new one only when it would ring before the one that is set.
    private Duration nextAlarm(long now, Lull lull) {
        if (now >= alarmAtNanos) {
            alarmAtNanos = Long.MAX_VALUE;
        }
        long due = setup.program().maintenanceDueNanos();
        long wanted = Math.min(due, nextWork(now, lull));
        if (wanted >= alarmAtNanos || wanted == Long.MAX_VALUE) {
            return Duration.ZERO;
        }
        alarmAtNanos = wanted;
        return Duration.ofNanos(Math.max(1_000_000, wanted - now));
    }

    private long nextWork(long now, Lull lull) {
        long pause = now + LULL_PAUSE.toNanos();
        boolean more = setup.program().wantsIdleTime();
        return switch (lull) {
            case NONE -> activeAtNanos + (more ? Lull.SHORT : Lull.LONG).nanos();
            case SHORT -> more ? pause : activeAtNanos + Lull.LONG.nanos();
            case LONG -> more || reclaiming ? pause : Long.MAX_VALUE;
        };
    }

    private void checkpoint(WriteSession session, long commits) throws SQLException {
        if (commits - lookedAt < COMMITS_BETWEEN_LOOKS && !workedInLull) {
            return;
        }
        lookedAt = commits;
        workedInLull = false;
        if (walPages(session) > CHECKPOINT_PAGES) {
            timed(session, "checkpoint", () -> session.execute("PRAGMA wal_checkpoint(PASSIVE)"));
        }
    }

    private static long walPages(WriteSession session) throws SQLException {
        try (var row = session.kept("PRAGMA wal_checkpoint(NOOP)").executeQuery()) {
            return row.next() ? row.getLong(2) - row.getLong(3) : 0;
        }
    }

    private void trim(WriteSession session, Work work) throws SQLException {
        long bytes = work.bodyBytes() - bodiesAtTrim;
        if (work.commits() - trimmedAt < COMMITS_BETWEEN_TRIMS && bytes < BODY_BUDGET_BYTES / 4) {
            return;
        }
        trimNow(session, work);
    }

    private void trimNow(WriteSession session, Work work) throws SQLException {
        long bytes = work.bodyBytes() - bodiesAtTrim;
        trimmedAt = work.commits();
        bodiesAtTrim = work.bodyBytes();
        long before = setup.clock().millis() - ENTRY_LIFE.toMillis();
        timed(
                session,
                "trim",
                () -> session.unsyncedTransaction(transaction -> {
                    boolean trimmed = Journal.trimEntries(transaction, before, ENTRIES_AT_ONCE) > 0;
                    heldBytes = heldBytes < 0 || trimmed ? Journal.bodyBytes(transaction) : heldBytes + bytes;
                    if (heldBytes > BODY_BUDGET_BYTES) {
                        heldBytes -= Journal.trimBodies(transaction, heldBytes - BODY_BUDGET_BYTES, BODIES_AT_ONCE);
                    }
                    return true;
                }));
    }

    /// Gives pages that are free for good back to the disk, a few at a time.
    private void reclaim(WriteSession session) throws SQLException {
        long free = session.number("PRAGMA freelist_count");
        long pages = session.number("PRAGMA page_count");
        reclaiming = free > RECLAIM_ABOVE_PAGES && free * 20 > pages;
        if (reclaiming) {
            timed(
                    session,
                    "reclaim",
                    () -> session.unsyncedTransaction(transaction -> {
                        transaction.execute("PRAGMA incremental_vacuum(" + RECLAIM_PAGES + ")");
                        return true;
                    }));
        }
    }

    /// Work between batches makes room or finishes what was accepted: where the limit stops it, it gets the reserve.
    private void timed(WriteSession session, String work, Task task) throws SQLException {
        long started = System.nanoTime();
        try {
            task.run();
        } catch (SQLException | RuntimeException e) {
            StorageException failure = file.failure("keep the file in order", e);
            if (failure.kind() != StorageException.Kind.LIMIT_REACHED) {
                throw failure;
            }
            boolean _ = session.rollback();
            limit.withReserve(session, () -> {
                task.run();
                return true;
            });
        }
        setup.listener().maintained(file.identity().fileId(), work, System.nanoTime() - started);
    }

    /// Leaves a file that needs no recovery; a failure costs only the next opening some time.
    void beforeClose(WriteSession session, Work work) {
        try {
            timed(session, "program", () -> setup.program().maintain(session, Lull.LONG));
            trimNow(session, work);
            session.execute("PRAGMA optimize");
        } catch (SQLException | RuntimeException e) {
            setup.listener().broken(file.identity().fileId(), "finish before closing", e);
            boolean _ = session.rollback();
        }
        try {
            session.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            setup.listener().broken(file.identity().fileId(), "fold the log in before closing", e);
        }
    }
}
