package chat.waddle.sqlite.command;

/// One change of a file: a small serialisable record. Nothing changes a file but commands.
///
/// @param <R> what the change answers, refusals included
public interface Command<R> {
    /// True for changes that make room or keep order (deletes, bans, settings): they may use the reserve of a full
    /// file.
    default boolean mayUseReserve() {
        return false;
    }

    /// True for changes that need what is in memory to be true of the file: they get a commit of their own.
    default boolean runsAlone() {
        return false;
    }
}
