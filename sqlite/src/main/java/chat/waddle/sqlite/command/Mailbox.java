package chat.waddle.sqlite.command;

import chat.waddle.sqlite.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bounded queue in front of one file's writer, which runs on any thread of a pool, but on one at a time.
///
/// Thread-safe.
final class Mailbox {
    private static final Logger LOG = LoggerFactory.getLogger(Mailbox.class);
    private static final int BATCH_LIMIT = 128;
    /// Batches done in a row before another file gets the thread.
    private static final int TURNS = 16;

    private final BlockingQueue<Job> jobs;
    private final ExecutorService threads;
    private final Consumer<List<Job>> handler;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final List<Job> batch = new ArrayList<>(BATCH_LIMIT);
    private volatile boolean rung;

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

    /// Puts the job that ends the queue, waiting for room if need be.
    ///
    /// @throws StorageException CLOSED when there was none for that long
    void putLast(Job job, Duration atMost) {
        try {
            if (!jobs.offer(job, atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new StorageException(StorageException.Kind.CLOSED, "The queue does not empty; cannot close.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StorageException(StorageException.Kind.CLOSED, "Interrupted while closing.", e);
        }
        wake();
    }

    /// Lets the handler run even when nothing waits, so that it can do its upkeep; never lost, whatever runs now.
    void ring() {
        rung = true;
        wake();
    }

    private void wake() {
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
            rung = false;
            batch.clear();
            jobs.drainTo(batch, BATCH_LIMIT);
            handle();
            turns++;
        } while (wanted() && turns < TURNS);
        scheduled.set(false);
        if (wanted()) {
            wake();
        }
    }

    private boolean wanted() {
        return rung || !jobs.isEmpty();
    }

    /// Nothing may escape: the queue would stand still for ever and its callers with it.
    private void handle() {
        try {
            handler.accept(batch);
        } catch (RuntimeException | Error e) {
            StorageException failure =
                    new StorageException(StorageException.Kind.IO, "The writer broke off; the outcome is unknown.", e);
            batch.forEach(job -> job.fail(failure));
            LOG.atError().setCause(e).log("the writer of a file failed in a way it must not");
        }
    }

    private void failAll(RuntimeException failure) {
        List<Job> rest = new ArrayList<>();
        jobs.drainTo(rest);
        rest.forEach(job -> job.fail(failure));
    }
}
