package chat.waddle.migrations;

/// How the migration of one shard ended, as the directory records it.
public sealed interface ShardOutcome {
    /// The file already was at this version.
    record Current(int version) implements ShardOutcome {}

    /// Steps were applied.
    record Migrated(int fromVersion, int version) implements ShardOutcome {}

    /// The file could not be opened or migrated and is as it was; `reason` is for the operator.
    record Failed(String reason) implements ShardOutcome {}
}
