package chat.waddle.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The read connections of one file: one for each reader thread, opened when first used.
///
/// Thread-safe. Closing waits for the reads under way.
final class Readers {
    /// The watchdog looks every 50 ms; a stopped statement ends within a few milliseconds.
    private static final long STOP_GRACE_NANOS = 500_000_000;

    private final Path file;
    private final FileOptions options;
    private final SqliteThreads threads;
    private final Consumer<StorageException> onDamage;
    private final AtomicReferenceArray<@Nullable ReadSession> sessions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
    private @Nullable ReadSession spare;
    private int active;
    private boolean closed;

    Readers(Path file, FileOptions options, SqliteThreads threads, Consumer<StorageException> onDamage) {
        this.file = file;
        this.options = options;
        this.threads = threads;
        this.onDamage = onDamage;
        this.sessions = new AtomicReferenceArray<>(threads.readerCount());
    }

    <T> CompletableFuture<T> submit(ReadSession.Reading<T> reading, Duration deadline) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        begin();
        try {
            threads.enqueue(new ReadTask<>(this, reading, answer, System.nanoTime() + deadline.toNanos()));
        } catch (StorageException overloaded) {
            finished();
            throw overloaded;
        }
        return answer;
    }

    private void begin() {
        lock.lock();
        try {
            if (closed) {
                throw new StorageException(StorageException.Kind.CLOSED, "The file is closed.");
            }
            active++;
        } finally {
            lock.unlock();
        }
    }

    void finished() {
        lock.lock();
        try {
            if (--active == 0) {
                idle.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    ReadSession session(int slot) throws SQLException {
        ReadSession session = sessions.get(slot);
        if (session == null) {
            session = takeSpare();
            session = session == null ? connect() : session;
            sessions.set(slot, session);
        }
        return session;
    }

    private @Nullable ReadSession takeSpare() {
        lock.lock();
        try {
            ReadSession taken = spare;
            spare = null;
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Keeps a connection for the thread that needs one next.
    void adopt(ReadSession session) {
        ReadSession unneeded = session;
        lock.lock();
        try {
            if (!closed) {
                unneeded = spare;
                spare = session;
            }
        } finally {
            lock.unlock();
        }
        close(unneeded);
    }

    ReadSession connect() throws SQLException {
        CacheBudget budget = threads.cacheBudget();
        long cacheKib = budget.take(CacheBudget.READER_KIB);
        try {
            return new ReadSession(
                    Connections.reader(file, options.mmapBytes(), cacheKib), () -> budget.giveBack(cacheKib));
        } catch (SQLException e) {
            budget.giveBack(cacheKib);
            throw e;
        }
    }

    /// Turns what a read threw into what its caller gets; a connection that met an error of the file is thrown away.
    RuntimeException failed(int slot, Throwable error) {
        StorageException.Kind kind = SqliteFile.kindOf(error, file);
        if (kind == StorageException.Kind.DEFECT) {
            return error instanceof RuntimeException runtime
                    ? runtime
                    : new StorageException(kind, "A read failed: " + error.getMessage(), error);
        }
        StorageException failure = new StorageException(kind, "A read failed: " + error.getMessage(), error);
        if (failure.needsReopening()) {
            discard(slot);
            onDamage.accept(failure);
        }
        return failure;
    }

    /// A snapshot that could not be ended would keep the write-ahead log from ever being reused.
    void ended(int slot) {
        ReadSession session = sessions.get(slot);
        if (session != null && session.stuckInSnapshot()) {
            discard(slot);
        }
    }

    private void discard(int slot) {
        close(sessions.getAndSet(slot, null));
    }

    private static void close(@Nullable ReadSession session) {
        if (session == null) {
            return;
        }
        try {
            session.close();
        } catch (StorageException e) {
            // the connection is broken already; its handle is freed by the driver
        }
    }

    /// Connections open now.
    int open() {
        int count = hasSpare() ? 1 : 0;
        for (int i = 0; i < sessions.length(); i++) {
            count += sessions.get(i) == null ? 0 : 1;
        }
        return count;
    }

    private boolean hasSpare() {
        lock.lock();
        try {
            return spare != null;
        } finally {
            lock.unlock();
        }
    }

    /// Refuses new reads, waits for those under way, stops those that take longer than the file's deadline (as a
    /// snapshot may), and closes the connections.
    void close() {
        lock.lock();
        try {
            closed = true;
            if (!awaitIdle()) {
                threads.stopReads(this::owns);
                if (!awaitIdle()) {
                    throw new StorageException(StorageException.Kind.DEADLINE, "Reads do not end; cannot close.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(StorageException.Kind.CLOSED, "Interrupted while closing.", e);
        } finally {
            lock.unlock();
        }
        close(takeSpare());
        for (int slot = 0; slot < sessions.length(); slot++) {
            discard(slot);
        }
    }

    private boolean awaitIdle() throws InterruptedException {
        long left = options.readDeadline().toNanos() + STOP_GRACE_NANOS;
        while (active > 0 && left > 0) {
            left = idle.awaitNanos(left);
        }
        return active == 0;
    }

    private boolean owns(ReadSession session) {
        for (int slot = 0; slot < sessions.length(); slot++) {
            if (sessions.get(slot) == session) {
                return true;
            }
        }
        return false;
    }
}
