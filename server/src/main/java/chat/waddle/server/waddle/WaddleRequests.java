package chat.waddle.server.waddle;

import chat.waddle.ids.UserId;
import chat.waddle.server.http.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What clients send about waddles and invites.
final class WaddleRequests {
    private WaddleRequests() {}

    /// Without a display name, it is shown by its name.
    record NewWaddle(
            String name,
            @Nullable String displayName,
            @Nullable String description,
            @Nullable Boolean isPublic) {}

    record PatchWaddle(
            @Nullable String name,
            @Nullable String displayName,
            Change<String> description,
            Change<String> iconUrl,
            Change<String> bannerUrl,
            @Nullable Boolean isPublic,
            @Nullable List<String> features) {}

    record Transfer(UserId userId) {}

    record NewInvite(@Nullable Integer maxUses, @Nullable Instant expiresAt) {}
}
