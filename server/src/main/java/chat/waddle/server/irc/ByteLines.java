package chat.waddle.server.irc;

import java.io.IOException;
import java.io.InputStream;

/// Lines of a byte stream in one reused buffer: `\n` ends a line, a `\r` before it is dropped. What is longer than
/// [#MAX_LINE_BYTES] is cut.
/// For one thread; closes its stream.
final class ByteLines implements AutoCloseable {
    static final int MAX_LINE_BYTES = 64 * 1024;

    private final InputStream in;
    private final byte[] chunk = new byte[32 * 1024];
    private final byte[] line = new byte[MAX_LINE_BYTES];
    private int chunkAt;
    private int chunkEnd;

    ByteLines(InputStream in) {
        this.in = in;
    }

    /// Reads the next line into [#bytes()] and says how long it is, or -1 at the end.
    int next() throws IOException {
        if (!hasMore()) {
            return -1;
        }
        int length = 0;
        boolean ended = false;
        while (!ended && hasMore()) {
            int from = chunkAt;
            while (chunkAt < chunkEnd && chunk[chunkAt] != '\n') {
                chunkAt++;
            }
            int taken = Math.min(chunkAt - from, MAX_LINE_BYTES - length);
            System.arraycopy(chunk, from, line, length, taken);
            length += taken;
            ended = chunkAt < chunkEnd;
            chunkAt += ended ? 1 : 0;
        }
        return length > 0 && line[length - 1] == '\r' ? length - 1 : length;
    }

    byte[] bytes() {
        return line;
    }

    private boolean hasMore() throws IOException {
        if (chunkAt < chunkEnd) {
            return true;
        }
        chunkAt = 0;
        chunkEnd = Math.max(0, in.readNBytes(chunk, 0, chunk.length));
        return chunkEnd > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
