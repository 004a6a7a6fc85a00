package chat.waddle.server.cli;

import chat.waddle.server.control.ProgressSink;
import java.util.concurrent.locks.ReentrantLock;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Progress as a bar with rate and time left, on standard error. Thread-safe.
final class TerminalProgress implements ProgressSink, AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable ProgressBar bar;

    @Override
    public void report(String task, long done, long total) {
        lock.lock();
        try {
            ProgressBar current = barOf(task);
            current.maxHint(total < 0 ? -1 : total);
            current.stepTo(done);
            if (done == total) {
                current.close();
                bar = null;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (bar != null) {
                bar.close();
                bar = null;
            }
        } finally {
            lock.unlock();
        }
    }

    private ProgressBar barOf(String task) {
        ProgressBar current = bar;
        if (current != null && current.getTaskName().equals(task)) {
            return current;
        }
        if (current != null) {
            current.close();
        }
        ProgressBar fresh = new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .showSpeed()
                .build();
        bar = fresh;
        return fresh;
    }
}
