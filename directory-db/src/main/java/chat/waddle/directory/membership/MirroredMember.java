package chat.waddle.directory.membership;

import chat.waddle.ids.UserId;
import org.jspecify.annotations.Nullable;

/// One member as the shard has it.
///
/// @param joinedAtMillis epoch milliseconds
public record MirroredMember(
        UserId user, @Nullable String nickname, long joinedAtMillis, NotificationLevel notificationLevel) {}
