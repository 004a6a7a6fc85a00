package chat.waddle.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The read connections of one file: one for each reader thread, opened when first used.
///
/// Thread-safe. Closing waits for the reads under way.
final class Readers {
    private final Path file;
    private final FileOptions options;
    private final SqliteThreads threads;
    private final Consumer<StorageException> onDamage;
    private final AtomicReferenceArray<@Nullable ReadSession> sessions;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition idle = lock.newCondition();
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
            session = new ReadSession(Connections.reader(file, options.mmapBytes()));
            sessions.set(slot, session);
        }
        return session;
    }

    /// Turns what a read threw into what its caller gets; a connection that met an error of the file is thrown away.
    RuntimeException failed(int slot, Exception error) {
        StorageException.Kind kind = StorageException.kindOf(error);
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

    private void discard(int slot) {
        ReadSession session = sessions.getAndSet(slot, null);
        if (session != null) {
            session.close();
        }
    }

    /// Connections open now.
    int open() {
        int count = 0;
        for (int i = 0; i < sessions.length(); i++) {
            count += sessions.get(i) == null ? 0 : 1;
        }
        return count;
    }

    /// Refuses new reads, waits for those under way, and closes the connections.
    void close() {
        lock.lock();
        try {
            closed = true;
            while (active > 0) {
                if (!idle.await(options.readDeadline().toMillis() * 2, TimeUnit.MILLISECONDS)) {
                    throw new StorageException(StorageException.Kind.DEADLINE, "Reads do not end; cannot close.");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(StorageException.Kind.CLOSED, "Interrupted while closing.", e);
        } finally {
            lock.unlock();
        }
        for (int slot = 0; slot < sessions.length(); slot++) {
            discard(slot);
        }
    }
}
