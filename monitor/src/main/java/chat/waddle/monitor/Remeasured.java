package chat.waddle.monitor;

import chat.waddle.directory.shard.ShardRecord;
import chat.waddle.shard.ShardFigures;
import chat.waddle.sqlite.Sizes;
import java.time.Instant;

/// A shard's record with figures that the directory is told of later in the same tick.
final class Remeasured {
    private Remeasured() {}

    static ShardRecord with(ShardRecord shard, ShardFigures figures, Instant now) {
        Sizes sizes = figures.sizes();
        return new ShardRecord(
                shard.shard(),
                shard.waddle(),
                shard.state(),
                shard.reason(),
                sizes.usedBytes(),
                sizes.freeBytes(),
                sizes.walBytes(),
                sizes.fileBytes(),
                sizes.attachmentBytes(),
                figures.messageCount(),
                Math.max(shard.lastSeq(), figures.seq()),
                shard.schemaVersion(),
                shard.migration(),
                shard.migrationDetail(),
                shard.migratedAt(),
                now,
                shard.checkedAt(),
                shard.createdAt());
    }
}
