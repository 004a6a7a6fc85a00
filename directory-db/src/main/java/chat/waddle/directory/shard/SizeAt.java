package chat.waddle.directory.shard;

import java.time.Instant;

/// One point of a shard's growth.
public record SizeAt(Instant at, long usedBytes, long fileBytes, long attachmentBytes, long messageCount) {}
