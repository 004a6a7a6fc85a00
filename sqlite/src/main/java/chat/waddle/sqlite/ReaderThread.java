package chat.waddle.sqlite;

import java.util.concurrent.BlockingQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One platform thread that takes reads from the common queue; its number picks the connection it uses of each file.
final class ReaderThread {
    private static final Logger LOG = LoggerFactory.getLogger(ReaderThread.class);

    private final int slot;
    private final BlockingQueue<ReadTask<?>> queue;
    private final Thread thread;
    private final Object running = new Object();
    private @Nullable ReadSession session;
    private long deadlineNanos;
    private volatile boolean finished;

    ReaderThread(int slot, BlockingQueue<ReadTask<?>> queue) {
        this.slot = slot;
        this.queue = queue;
        this.thread = Thread.ofPlatform().name("sqlite-reader-" + slot).unstarted(this::loop);
    }

    void start() {
        thread.start();
    }

    private void loop() {
        while (!finished) {
            try {
                queue.take().run(slot, this);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException | Error e) {
                LOG.atError().setCause(e).log("a read failed in a way it must not");
            }
        }
    }

    void begins(ReadSession reads, long deadline) {
        synchronized (running) {
            session = reads;
            deadlineNanos = deadline;
        }
    }

    void ends() {
        synchronized (running) {
            session = null;
        }
    }

    /// Called by the watchdog; the lock keeps it from stopping the next read instead.
    void stopIfOverdue() {
        synchronized (running) {
            if (session != null && System.nanoTime() > deadlineNanos) {
                session.interrupt();
            }
        }
    }

    /// Stops the read under way if it is one of these.
    void stopIf(Predicate<ReadSession> reads) {
        synchronized (running) {
            if (session != null && reads.test(session)) {
                session.interrupt();
            }
        }
    }

    void finish() {
        finished = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
