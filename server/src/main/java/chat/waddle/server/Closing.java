package chat.waddle.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was opened, closed in reverse, each part even if another fails. Not thread-safe, except that it closes once.
final class Closing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    /// Takes charge of a part and hands it back.
    <T extends AutoCloseable> T add(T part) {
        opened.push(part);
        return part;
    }

    @Override
    public synchronized void close() {
        while (!opened.isEmpty()) {
            AutoCloseable part = opened.pop();
            try {
                part.close();
            } catch (Exception problem) {
                LOG.atError()
                        .setCause(problem)
                        .addKeyValue("part", part.getClass().getSimpleName())
                        .log("A part of the server did not close");
            }
        }
    }
}
