package chat.waddle.server.http;

/// Somebody else listens on the wanted port already.
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String host, int port, Throwable cause) {
        super("Port " + port + " on " + host + " cannot be used; choose another with --port", cause);
    }
}
