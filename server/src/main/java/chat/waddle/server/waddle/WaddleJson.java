package chat.waddle.server.waddle;

import chat.waddle.directory.waddle.Feature;
import chat.waddle.directory.waddle.Waddle;
import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A waddle's entry, as its members see it and, of a public one, everybody who is signed in.
record WaddleJson(
        WaddleId id,
        String name,
        String displayName,
        String description,
        @Nullable String iconUrl,
        @Nullable String bannerUrl,
        UserId ownerId,
        boolean isPublic,
        boolean isVerified,
        long memberCount,
        long messageCount,
        List<String> features,
        Instant createdAt,
        Instant updatedAt) {
    static WaddleJson of(Waddle waddle) {
        return new WaddleJson(
                waddle.id(),
                waddle.name(),
                waddle.displayName(),
                waddle.description(),
                waddle.iconUrl(),
                waddle.bannerUrl(),
                waddle.owner(),
                waddle.isPublic(),
                waddle.isVerified(),
                waddle.memberCount(),
                waddle.messageCount(),
                waddle.features().stream().sorted().map(Feature::wireName).toList(),
                waddle.createdAt(),
                waddle.updatedAt());
    }
}
