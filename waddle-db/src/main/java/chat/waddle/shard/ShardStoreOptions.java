package chat.waddle.shard;

import chat.waddle.sqlite.FileOptions;
import java.time.Duration;

/// The limits of the set of open shards.
///
/// @param file the limits of each file
/// @param openLimit how many may be open at once; a sixteenth more while others are being closed
/// @param idleLife how long one stays open that nobody uses
public record ShardStoreOptions(FileOptions file, int openLimit, Duration idleLife) {
    public ShardStoreOptions {
        if (openLimit < 1) {
            throw new IllegalArgumentException("openLimit must be positive, got " + openLimit);
        }
    }

    public static ShardStoreOptions withLimit(long shardLimitBytes) {
        return new ShardStoreOptions(FileOptions.withLimit(shardLimitBytes), 1000, Duration.ofMinutes(5));
    }
}
