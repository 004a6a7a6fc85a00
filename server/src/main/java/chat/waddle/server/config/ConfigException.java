package chat.waddle.server.config;

/// A setting that cannot be used; the message says which one and what to do, in one line.
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigException(String message) {
        super(message);
    }
}
