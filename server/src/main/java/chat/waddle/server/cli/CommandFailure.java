package chat.waddle.server.cli;

/// A command could not be carried out, for a reason its user can do something about; one line that says what.
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailure(String message) {
        super(message);
    }
}
