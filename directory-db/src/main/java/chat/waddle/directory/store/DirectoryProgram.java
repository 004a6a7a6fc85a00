package chat.waddle.directory.store;

import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Command;
import chat.waddle.sqlite.command.Program;
import chat.waddle.sqlite.command.Stamp;

/// Applies the directory's changes; what it remembers in memory are only caches of committed rows.
public final class DirectoryProgram implements Program {
    private final Invalidations invalidations;

    public DirectoryProgram(Invalidations invalidations) {
        this.invalidations = invalidations;
    }

    @Override
    public void opened(WriteSession session, long itemCount) {
        invalidations.everythingChanged();
    }

    @Override
    public <R> Applied<R> apply(WriteSession transaction, Stamp stamp, Command<R> command) {
        if (!(command instanceof Change<R> change)) {
            throw new IllegalArgumentException("not a change of the directory: " + command.getClass());
        }
        return change.apply(new Applying(transaction, stamp, invalidations));
    }

    /// Caches are changed only after commits, so a rollback leaves them right.
    @Override
    public void rolledBack() {}

    @Override
    public long itemCount() {
        return 0;
    }
}
