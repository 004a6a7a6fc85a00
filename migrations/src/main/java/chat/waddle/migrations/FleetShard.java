package chat.waddle.migrations;

/// A shard as the directory knows it: the schema version recorded for it and whether its last migration failed.
public record FleetShard(String shardId, int recordedVersion, boolean failedBefore) {}
