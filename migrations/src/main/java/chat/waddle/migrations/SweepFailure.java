package chat.waddle.migrations;

/// A shard that a sweep could not migrate, and why.
public record SweepFailure(String shardId, String reason) {}
