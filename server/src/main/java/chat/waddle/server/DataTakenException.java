package chat.waddle.server;

/// Another process owns the data directory; the message says what to do.
public final class DataTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataTakenException(String message) {
        super(message);
    }
}
