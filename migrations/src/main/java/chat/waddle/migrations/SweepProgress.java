package chat.waddle.migrations;

/// Where a sweep is: `done` (of them `failed`) of `total` shards it has to open, at this rate since it began.
public record SweepProgress(long done, long total, long failed, double shardsPerSecond) {}
