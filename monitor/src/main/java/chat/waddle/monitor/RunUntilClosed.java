package chat.waddle.monitor;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repeats a piece of work on a thread of its own until it is closed; owns the loop, the wait and the catch.
///
/// Thread-safe. Closing waits for the round under way and for nothing else.
public final class RunUntilClosed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunUntilClosed.class);

    private final Runnable work;
    private final Duration interval;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wake = lock.newCondition();
    private final Thread thread;
    private boolean closed;
    private boolean wanted;

    private RunUntilClosed(String name, Runnable work, Duration interval) {
        this.work = work;
        this.interval = interval;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::loop);
    }

    /// Starts to wait; the first round begins after one interval.
    public static RunUntilClosed start(String name, Runnable work, Duration interval) {
        RunUntilClosed started = new RunUntilClosed(name, work, interval);
        started.thread.start();
        return started;
    }

    /// Begins the next round now.
    public void soon() {
        lock.lock();
        try {
            wanted = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        while (awaitTurn()) {
            try {
                work.run();
            } catch (RuntimeException failure) {
                LOG.error("A round of {} failed; the next one comes", thread.getName(), failure);
            }
        }
    }

    /// @return false when it was closed
    private boolean awaitTurn() {
        lock.lock();
        try {
            long left = interval.toNanos();
            while (!closed && !wanted && left > 0) {
                left = wake.awaitNanos(left);
            }
            wanted = false;
            return !closed;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            wake.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
