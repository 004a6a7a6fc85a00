package chat.waddle.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Takes a request's body off the wire under its limit, whether or not the client announced a length.
final class RequestBody {
    private static final int DISCARDED_BYTES = 1 << 20;

    private RequestBody() {}

    /// The whole body, which must arrive within the time that is allowed for a head.
    static byte[] bytes(Wire wire, int limitBytes, HttpSettings.Timeouts pace) {
        checkLength(wire.contentLength(), limitBytes);
        try {
            byte[] body = new Bounded(wire.body(), limitBytes, pace, Long.MAX_VALUE).readAllBytes();
            wire.bodyIsTaken();
            return body;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static InputStream stream(Wire wire, int limitBytes, HttpSettings.Timeouts pace) throws IOException {
        checkLength(wire.contentLength(), limitBytes);
        return new Bounded(wire.body(), limitBytes, pace, pace.minBytesPerSecond());
    }

    /// Reads what is left of a refused request's body, if that is not much: a connection that is closed before all was
    /// read is reset, and the client may never see the answer. One that waits to be told to go on is not told.
    static void discard(Wire wire, HttpSettings.Timeouts pace) {
        if (!wire.hasBodyLeft() || wire.contentLength() > DISCARDED_BYTES || wire.header("Expect") != null) {
            return;
        }
        try {
            long _ = new Bounded(wire.body(), DISCARDED_BYTES, pace, Long.MAX_VALUE)
                    .transferTo(OutputStream.nullOutputStream());
            wire.bodyIsTaken();
        } catch (IOException | RuntimeException e) {
            // the answer is sent all the same, and the connection closed
        }
    }

    static void checkLength(long length, int limitBytes) {
        if (length > limitBytes) {
            throw tooLarge(limitBytes);
        }
    }

    static void checkType(@Nullable String given, String needed) {
        String type = given == null ? "" : given;
        int semicolon = type.indexOf(';');
        String bare = (semicolon < 0 ? type : type.substring(0, semicolon)).strip();
        boolean utf8 = semicolon < 0 || isUtf8(type.substring(semicolon + 1));
        if (!bare.equalsIgnoreCase(needed) || !utf8) {
            throw new Problem.WrongType("wrong_content_type", "Send this as " + needed + " in UTF-8.").asException();
        }
    }

    private static boolean isUtf8(String parameters) {
        String text = parameters.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
        return !text.contains("charset=") || text.contains("charset=utf-8") || text.contains("charset=us-ascii");
    }

    private static ProblemException tooLarge(int limitBytes) {
        return new Problem.TooLarge("body_too_large", "This request takes at most " + limitBytes + " bytes.")
                .asException();
    }

    private static final class Bounded extends FilterInputStream {
        private final int limitBytes;
        private final HttpSettings.Timeouts pace;
        private final long minBytesPerSecond;
        private final long startNanos = System.nanoTime();
        private long readBytes;

        /// @param minBytesPerSecond how fast it must be once the time of a head is over
        Bounded(InputStream source, int limitBytes, HttpSettings.Timeouts pace, long minBytesPerSecond) {
            super(source);
            this.limitBytes = limitBytes;
            this.pace = pace;
            this.minBytesPerSecond = minBytesPerSecond;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            count(Math.max(0, count));
            return count;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(long bytes) {
            readBytes += bytes;
            checkLength(readBytes, limitBytes);
            Duration late = Duration.ofNanos(System.nanoTime() - startNanos).minus(pace.head());
            if (late.isPositive() && (double) readBytes * 1_000 < (double) minBytesPerSecond * late.toMillis()) {
                throw new Problem.TooSlow("The body arrives too slowly.").asException();
            }
        }
    }
}
