package chat.waddle.sqlite.command;

import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;

/// What the owner of a kind of file adds to the engine: how its commands are applied, and what it keeps in memory.
///
/// Every method is called by the file's writer, one call at a time.
public interface Program {
    /// The file is open, for the first time or again after a failure: forget what is in memory and read it anew.
    void opened(WriteSession session, long itemCount) throws SQLException;

    /// Checks everything, then writes. A refusal must come before the first write.
    <R> Applied<R> apply(WriteSession transaction, Stamp stamp, Command<R> command) throws SQLException;

    /// The transaction was rolled back: whatever was remembered of it must be forgotten.
    void rolledBack();

    /// The transaction is durable; comes before the actions of its commands.
    default void committed() {}

    /// How many items (messages) the file holds, the open transaction included; stored with each commit.
    long itemCount();

    /// The time of [System#nanoTime()] at which [#maintain] is wanted, or [Long#MAX_VALUE].
    default long maintenanceDueNanos() {
        return Long.MAX_VALUE;
    }

    /// True while there is work for lulls, in small pieces.
    default boolean wantsIdleTime() {
        return false;
    }

    /// Work that may wait, done between batches.
    ///
    /// @param lull for how long no command came; at least SHORT when [#wantsIdleTime] is why it is called
    default void maintain(WriteSession session, Lull lull) throws SQLException {}
}
