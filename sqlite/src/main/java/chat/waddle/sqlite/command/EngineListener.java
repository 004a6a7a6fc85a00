package chat.waddle.sqlite.command;

import chat.waddle.sqlite.StorageException;

/// Hears what the engine of a file does; for metrics and logs. Called on the writer thread: must be quick.
public interface EngineListener {
    EngineListener NONE = new EngineListener() {};

    /// A batch is durable.
    ///
    /// @param commands how many were in it
    /// @param waiting how many wait behind it
    default void committed(String fileId, int commands, int waiting, Phases phases) {}

    /// Work between batches took this long.
    default void maintained(String fileId, String work, long nanos) {}

    /// The connection was thrown away after an error and the file opened again.
    default void reopened(String fileId, StorageException cause) {}

    /// The file does not serve any more.
    default void quarantined(String fileId, StorageException cause) {}

    /// Something of the program failed in a way it must not; the file itself is sound.
    ///
    /// @param work what was being done
    default void broken(String fileId, String work, Throwable cause) {}

    /// Where the time of a commit went, in nanoseconds.
    record Phases(long beginNanos, long applyNanos, long commitNanos) {}
}
