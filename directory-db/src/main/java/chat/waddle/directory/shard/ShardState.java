package chat.waddle.directory.shard;

import org.jdbi.v3.core.enums.DatabaseValue;

/// Whether a shard may serve.
public enum ShardState {
    @DatabaseValue("active")
    ACTIVE,
    /// Taken out of service, for the reason that stands with it.
    @DatabaseValue("quarantined")
    QUARANTINED
}
