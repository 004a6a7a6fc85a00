package chat.waddle.server.account;

import chat.waddle.directory.account.PublicProfile;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as everybody sees it: never its e-mail address, its settings or its state.
public record UserJson(
        UserId id,
        @Nullable String username,
        String displayName,
        @Nullable String avatarUrl,
        @Nullable String bio,
        String accountType,
        @Nullable Instant lastSeenAt) {
    public static UserJson of(PublicProfile profile) {
        return new UserJson(
                profile.id(),
                profile.username(),
                profile.displayName(),
                profile.avatarUrl(),
                profile.bio(),
                profile.accountType().stored(),
                profile.lastSeenAt());
    }
}
