package chat.waddle.directory.timer;

import java.util.OptionalLong;

/// Work that becomes due at times which stand in the directory, under an index.
public interface DueWork {
    /// When the next piece becomes due, in milliseconds since 1970; empty when nothing waits.
    OptionalLong nextDueMillis();

    /// Does a bounded number of the pieces that are due now, durably.
    ///
    /// @return how many; 0 when nothing was due
    int doDue();
}
