package chat.waddle.directory.account;

import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything an account's owner may see of it; to others show [PublicProfile].
///
/// @param chatPreferences a JSON object
public record Account(
        UserId id,
        @Nullable String email,
        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName,
        String displayName,
        @Nullable String avatarUrl,
        @Nullable String bio,
        boolean anonymous,
        String locale,
        String timezone,
        AccountType accountType,
        AccountStatus accountStatus,
        boolean emailVerified,
        String chatPreferences,
        @Nullable Instant lastSeenAt,
        Instant createdAt,
        Instant updatedAt) {
    public boolean operator() {
        return accountType == AccountType.OPERATOR;
    }
}
