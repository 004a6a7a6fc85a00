package chat.waddle.directory.shard;

import org.jdbi.v3.core.enums.DatabaseValue;

/// What the last migration of a shard came to.
public enum MigrationResult {
    /// It was never told of.
    @DatabaseValue("none")
    NONE,
    @DatabaseValue("done")
    DONE,
    @DatabaseValue("failed")
    FAILED,
    /// Its schema is not what its version says.
    @DatabaseValue("drifted")
    DRIFTED
}
