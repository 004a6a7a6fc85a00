package chat.waddle.server.imports;

/// An import cannot go on, for a reason its user can do something about; one line that says what.
public final class ImportFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportFailedException(String message) {
        super(message);
    }
}
