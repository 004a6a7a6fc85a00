package chat.waddle.server.imports;

import chat.waddle.ids.UserId;

/// An import cannot go on, for a reason its user can do something about; one line that says what.
public final class ImportFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ImportFailedException(String message) {
        super(message);
    }

    static ImportFailedException erased(UserId author) {
        return new ImportFailedException(
                "The account " + author + " was erased from this waddle; nothing of it comes back");
    }
}
