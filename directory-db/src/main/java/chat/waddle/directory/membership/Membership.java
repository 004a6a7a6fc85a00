package chat.waddle.directory.membership;

import chat.waddle.ids.UserId;
import chat.waddle.ids.WaddleId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That an account belongs to a community, as far as the directory was told.
public record Membership(
        WaddleId waddle,
        UserId user,
        @Nullable String nickname,
        Instant joinedAt,
        NotificationLevel notificationLevel) {}
