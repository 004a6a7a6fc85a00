package chat.waddle.shard;

import chat.waddle.ids.WaddleId;
import chat.waddle.migrations.MigrationException;
import chat.waddle.migrations.MigrationOutcome;

/// Hears that a shard's file was opened and what that did to its schema. Called on a writer thread, where nothing
/// else is said: must be quick, and must not wait for a file.
public interface ShardOpenings {
    ShardOpenings NONE = new ShardOpenings() {};

    /// The file is at the schema of this program now.
    default void opened(WaddleId waddle, String fileId, MigrationOutcome outcome) {}

    /// The file is open and serves nobody yet. Called by the thread that opens it, which may wait for it.
    default void ready(Shard shard) {}

    /// The file could not be brought to the schema of this program and does not serve.
    default void notMigrated(WaddleId waddle, String fileId, MigrationException cause) {}
}
