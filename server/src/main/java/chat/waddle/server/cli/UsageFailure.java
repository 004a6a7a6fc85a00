package chat.waddle.server.cli;

/// A command line that parses but asks for something that does not exist; one line that says what does.
public final class UsageFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageFailure(String message) {
        super(message);
    }
}
