package chat.waddle.sqlite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// The platform threads on which all SQLite calls of the process run: writers, readers and a watchdog.
///
/// SQLite is never called on a virtual thread: a native call pins its carrier, and a few slow reads starve the server.
/// Thread-safe.
public final class SqliteThreads implements AutoCloseable {
    private static final int READ_QUEUE_LIMIT = 4096;
    private static final int WRITERS_PER_CORE = 2;

    private final ExecutorService writers;
    private final ScheduledExecutorService clock;
    private final BlockingQueue<ReadTask<?>> reads = new ArrayBlockingQueue<>(READ_QUEUE_LIMIT);
    private final ReaderThread[] readers;
    private final CacheBudget cacheBudget = new CacheBudget();
    private final Waiters waiters = new Waiters();
    private volatile boolean closed;

    private SqliteThreads(int writerCount, int readerCount) {
        AtomicInteger number = new AtomicInteger();
        writers = Executors.newFixedThreadPool(
                writerCount,
                task -> Thread.ofPlatform()
                        .name("sqlite-writer-" + number.getAndIncrement())
                        .unstarted(task));
        clock = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("sqlite-clock").unstarted(task));
        readers = new ReaderThread[readerCount];
        for (int i = 0; i < readerCount; i++) {
            readers[i] = new ReaderThread(i, reads);
            readers[i].start();
        }
        long tick = Duration.ofMillis(50).toMillis();
        Future<?> _ = clock.scheduleAtFixedRate(this::tick, tick, tick, TimeUnit.MILLISECONDS);
    }

    public static SqliteThreads start(int writerCount, int readerCount) {
        if (writerCount < 1 || readerCount < 1) {
            throw new IllegalArgumentException("at least one writer and one reader are needed");
        }
        return new SqliteThreads(writerCount, readerCount);
    }

    /// As many readers as there are cores: more only lengthen the tail. Twice as many writers: one waits for the disk
    /// half of its time, and then the commit of another file goes on (ADR 0010).
    public static SqliteThreads start() {
        int cores = Runtime.getRuntime().availableProcessors();
        return start(WRITERS_PER_CORE * cores, cores);
    }

    private void tick() {
        stopOverdueReads();
        waiters.failOverdue();
    }

    Waiters waiters() {
        return waiters;
    }

    CacheBudget cacheBudget() {
        return cacheBudget;
    }

    int readerCount() {
        return readers.length;
    }

    /// Runs a piece of work that calls SQLite on one of the writer threads.
    public void execute(Runnable work) {
        writers.execute(work);
    }

    ExecutorService writers() {
        return writers;
    }

    ScheduledExecutorService clock() {
        return clock;
    }

    void enqueue(ReadTask<?> task) {
        if (!reads.offer(task)) {
            throw new StorageException(StorageException.Kind.OVERLOADED, "Too many reads are waiting.");
        }
        if (closed) {
            refuseWaitingReads();
        }
    }

    /// Reads that wait for a thread now.
    public int waitingReads() {
        return reads.size();
    }

    private void stopOverdueReads() {
        for (ReaderThread reader : readers) {
            reader.stopIfOverdue();
        }
    }

    void stopReads(Predicate<ReadSession> which) {
        for (ReaderThread reader : readers) {
            reader.stopIf(which);
        }
    }

    private void refuseWaitingReads() {
        List<ReadTask<?>> waiting = new ArrayList<>();
        reads.drainTo(waiting);
        waiting.forEach(task -> task.fail(StorageException.Kind.CLOSED, "The server is stopping."));
    }

    /// Ends the threads once what they do is done; close the files first.
    @Override
    public void close() {
        closed = true;
        clock.shutdownNow();
        writers.close();
        for (ReaderThread reader : readers) {
            reader.finish();
        }
        refuseWaitingReads();
    }
}
