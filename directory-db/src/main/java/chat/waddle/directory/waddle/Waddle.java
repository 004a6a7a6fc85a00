package chat.waddle.directory.waddle;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A community as the directory knows it; its counts are told by its shard and may lag a minute behind.
public record Waddle(
        WaddleId id,
        String name,
        String displayName,
        String description,
        @Nullable String iconUrl,
        @Nullable String bannerUrl,
        UserId owner,
        boolean isPublic,
        boolean isVerified,
        WaddleState state,
        String stateReason,
        long memberCount,
        long messageCount,
        int shardCount,
        ShardId shard,
        Set<Feature> features,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deletedAt) {
    public Waddle {
        features = Set.copyOf(features);
    }
}
