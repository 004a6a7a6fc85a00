package chat.waddle.sqlite.command;

import chat.waddle.sqlite.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The bounded queue in front of one file's writer, which runs on any thread of a pool, but on one at a time.
///
/// Thread-safe.
final class Mailbox {
    private static final int BATCH_LIMIT = 128;
    /// Batches done in a row before another file gets the thread.
    private static final int TURNS = 16;

    private final BlockingQueue<Job> jobs;
    private final ExecutorService threads;
    private final Consumer<List<Job>> handler;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final List<Job> batch = new ArrayList<>(BATCH_LIMIT);

    Mailbox(int limit, ExecutorService threads, Consumer<List<Job>> handler) {
        this.jobs = new ArrayBlockingQueue<>(limit);
        this.threads = threads;
        this.handler = handler;
    }

    /// @throws StorageException OVERLOADED when the queue is full, CLOSED when the process stops
    void put(Job job) {
        if (!jobs.offer(job)) {
            throw new StorageException(StorageException.Kind.OVERLOADED, "Too many changes are waiting.");
        }
        wake();
    }

    /// Lets the handler run even when nothing waits, so that it can do its upkeep.
    void wake() {
        if (!scheduled.compareAndSet(false, true)) {
            return;
        }
        try {
            threads.execute(this::run);
        } catch (RejectedExecutionException e) {
            scheduled.set(false);
            failAll(new StorageException(StorageException.Kind.CLOSED, "The server is stopping.", e));
        }
    }

    int waiting() {
        return jobs.size();
    }

    private void run() {
        int turns = 0;
        do {
            batch.clear();
            jobs.drainTo(batch, BATCH_LIMIT);
            handler.accept(batch);
            turns++;
        } while (!jobs.isEmpty() && turns < TURNS);
        scheduled.set(false);
        if (!jobs.isEmpty()) {
            wake();
        }
    }

    void failAll(RuntimeException failure) {
        List<Job> rest = new ArrayList<>();
        jobs.drainTo(rest);
        rest.forEach(job -> job.fail(failure));
    }
}
