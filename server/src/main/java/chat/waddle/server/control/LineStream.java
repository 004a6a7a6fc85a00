package chat.waddle.server.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/// Writes JSON objects, one per line, each sent at once. Thread-safe.
final class LineStream {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long PROGRESS_NANOS = 100_000_000L;

    private final OutputStream target;
    private final ReentrantLock lock = new ReentrantLock();
    private long lastProgress = System.nanoTime() - PROGRESS_NANOS;

    LineStream(OutputStream target) {
        this.target = target;
    }

    CommandOutput output() {
        return new CommandOutput(writer("out"), writer("err"), this::progress);
    }

    void send(Map<String, ?> line) {
        lock.lock();
        try {
            target.write(MAPPER.writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
            target.write('\n');
            target.flush();
        } catch (IOException problem) {
            throw new UncheckedIOException("The terminal went away", problem);
        } finally {
            lock.unlock();
        }
    }

    private PrintWriter writer(String kind) {
        return new PrintWriter(new Pieces(kind), true);
    }

    private void progress(String task, long done, long total) {
        lock.lock();
        try {
            long now = System.nanoTime();
            if (now - lastProgress < PROGRESS_NANOS && done != total) {
                return;
            }
            lastProgress = now;
        } finally {
            lock.unlock();
        }
        send(Map.of("progress", Map.of("task", task, "done", done, "total", total)));
    }

    private final class Pieces extends Writer {
        private final String kind;
        private final StringBuilder pending = new StringBuilder();

        Pieces(String kind) {
            this.kind = kind;
        }

        @Override
        public void write(char[] text, int offset, int length) {
            pending.append(text, offset, length);
            if (pending.length() > 8_192) {
                flush();
            }
        }

        @Override
        public void flush() {
            if (!pending.isEmpty()) {
                send(Map.of(kind, pending.toString()));
                pending.setLength(0);
            }
        }

        @Override
        public void close() {
            flush();
        }
    }
}
