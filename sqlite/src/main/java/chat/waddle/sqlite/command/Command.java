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
}
