package chat.waddle.directory.shard;

import chat.waddle.ids.WaddleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything the directory knows of one shard.
///
/// @param lastSeq the commit sequence the shard is known to have reached; a file behind it has lost commits
/// @param measuredAt when the sizes were told, or null for never
/// @param checkedAt when the file was last checked and found sound, or null for never
public record ShardRecord(
        ShardId shard,
        WaddleId waddle,
        ShardState state,
        String reason,
        long usedBytes,
        long freeBytes,
        long walBytes,
        long fileBytes,
        long attachmentBytes,
        long messageCount,
        long lastSeq,
        int schemaVersion,
        MigrationResult migration,
        String migrationDetail,
        @Nullable Instant migratedAt,
        @Nullable Instant measuredAt,
        @Nullable Instant checkedAt,
        Instant createdAt) {}
