package chat.waddle.directory.store;

import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Command;

/// A command of the directory that knows how it is applied.
///
/// It carries only hashes of secrets, because the journal keeps it.
///
/// @param <R> what it answers, refusals included
public interface Change<R> extends Command<R> {
    /// Checks everything, then writes: a pure function of what is given, the file and this record.
    Applied<R> apply(Applying applying);
}
