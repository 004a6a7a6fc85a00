package chat.waddle.directory.waddle;

import org.jdbi.v3.core.enums.DatabaseValue;

/// Where a community stands in its life.
public enum WaddleState {
    /// Its name is taken, its file is not there yet.
    @DatabaseValue("creating")
    CREATING,
    @DatabaseValue("active")
    ACTIVE,
    /// Closed by an operator; nothing is lost.
    @DatabaseValue("suspended")
    SUSPENDED,
    /// A tombstone that can be brought back for 30 days.
    @DatabaseValue("deleted")
    DELETED
}
