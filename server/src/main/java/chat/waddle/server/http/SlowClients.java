package chat.waddle.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Request;

/// Closes connections that live on trickles, which an idle timeout lets live for ever: each byte is a sign of life.
///
/// Two ways to be late: bytes have come, but no complete head for `limit` since the first look that found them; or
/// an answer has waited for its reader for `limit`, at less than the least rate. Slow bodies are found where they are
/// read ([RequestBody]). Thread-safe; [#tick] is called about every second.
final class SlowClients implements Connection.Listener {
    private final Map<Connection, Watch> watches = new ConcurrentHashMap<>();
    private final long limitNanos;
    private final int minBytesPerSecond;
    private final LongSupplier nanoClock;

    SlowClients(Duration limit, int minBytesPerSecond, LongSupplier nanoClock) {
        this.limitNanos = limit.toNanos();
        this.minBytesPerSecond = minBytesPerSecond;
        this.nanoClock = nanoClock;
    }

    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            watches.put(connection, new Watch(nanoClock.getAsLong()));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        watches.remove(connection);
    }

    void headComplete(Request request) {
        Connection connection = request.getConnectionMetaData().getConnection();
        Watch watch = watches.get(connection);
        if (watch != null) {
            watch.serving = true;
            Request.addCompletionListener(request, _ -> watch.idle(connection.getBytesIn()));
        }
    }

    void tick() {
        long now = nanoClock.getAsLong();
        watches.forEach((connection, watch) -> look(connection, watch, now));
    }

    private void look(Connection connection, Watch watch, long now) {
        if (!connection.equals(connection.getEndPoint().getConnection())) {
            // Upgraded to a WebSocket, which has its own rules.
            watches.remove(connection);
            return;
        }
        boolean lateHead = watch.headIsLate(connection.getBytesIn(), now, limitNanos);
        boolean writing = connection.getEndPoint() instanceof AbstractEndPoint endPoint
                && endPoint.getWriteFlusher().isPending();
        boolean lateReader = watch.readerIsLate(writing, connection.getBytesOut(), now, limitNanos, minBytesPerSecond);
        if (lateHead || lateReader) {
            watches.remove(connection);
            connection.getEndPoint().close();
        }
    }

    private static final class Watch {
        private volatile boolean serving;
        private volatile long quietBytes;
        private volatile long quietSince;
        private boolean writing;
        private long writingSince;
        private long writtenBefore;

        Watch(long now) {
            this.quietSince = now;
        }

        void idle(long bytes) {
            quietBytes = bytes;
            serving = false;
        }

        boolean headIsLate(long bytesIn, long now, long limitNanos) {
            if (serving || bytesIn == quietBytes) {
                quietSince = now;
                return false;
            }
            return now - quietSince > limitNanos;
        }

        boolean readerIsLate(boolean pending, long bytesOut, long now, long limitNanos, int minBytesPerSecond) {
            if (!pending || !writing) {
                writing = pending;
                writingSince = now;
                writtenBefore = bytesOut;
                return false;
            }
            long nanos = now - writingSince;
            long expected = minBytesPerSecond * (nanos / 1_000_000L) / 1_000L;
            return nanos > limitNanos && bytesOut - writtenBefore < expected;
        }
    }
}
