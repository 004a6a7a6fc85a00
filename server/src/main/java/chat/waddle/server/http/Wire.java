package chat.waddle.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One request and its answer as they stand on the wire, whatever carries them. Used by one thread at a time.
abstract class Wire {
    private final List<Runnable> afterwards = new ArrayList<>(2);
    private boolean bodyTaken;

    abstract String method();

    /// The path as it was sent, still encoded.
    abstract String path();

    abstract @Nullable String query();

    abstract @Nullable String header(String name);

    /// Every line of a header, in order.
    abstract List<String> headers(String name);

    abstract String remoteAddress();

    /// What the client announced; -1 where it did not say.
    abstract long contentLength();

    abstract InputStream body() throws IOException;

    abstract int status();

    abstract void status(int status);

    /// Sets a header of the answer; replaces what stood there.
    abstract void header(String name, String value);

    abstract void addHeader(String name, String value);

    /// Answers with a whole body; the bytes must not change any more.
    abstract void send(String mediaType, byte[] buffer, int offset, int length) throws IOException;

    /// Answers with a body whose length is not known in advance.
    abstract OutputStream stream(String mediaType) throws IOException;

    /// Whether the answer may be given by another thread, after the handler has returned.
    abstract boolean mayAnswerLater();

    /// Whether a part of the answer may have left already.
    abstract boolean isCommitted();

    /// Has something done once the answer has left, or could not leave.
    final void afterwards(Runnable work) {
        afterwards.add(work);
    }

    /// The answer has left, or cannot; called once.
    final void left() {
        afterwards.reversed().forEach(Runnable::run);
    }

    /// Whether the client announced a body of which something was left on the wire.
    final boolean hasBodyLeft() {
        return !bodyTaken && (contentLength() > 0 || header("Transfer-Encoding") != null);
    }

    final void bodyIsTaken() {
        bodyTaken = true;
    }
}
