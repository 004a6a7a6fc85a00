package chat.waddle.directory.account;

import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What everybody may see of an account: never its address, name in the register, status or times.
public record PublicProfile(
        UserId id,
        @Nullable String username,
        String displayName,
        @Nullable String avatarUrl,
        @Nullable String bio,
        AccountType accountType,
        @Nullable Instant lastSeenAt) {}
