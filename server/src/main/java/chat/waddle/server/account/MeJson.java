package chat.waddle.server.account;

import chat.waddle.directory.account.Account;
import chat.waddle.ids.UserId;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An account as its owner sees it, and nobody else.
record MeJson(
        UserId id,
        @Nullable String email,
        @Nullable String username,
        @Nullable String firstName,
        @Nullable String lastName,
        String displayName,
        @Nullable String avatarUrl,
        @Nullable String bio,
        @JsonProperty("isAnonymous") boolean isAnonymous,
        @JsonProperty("isEmailVerified") boolean isEmailVerified,
        String locale,
        String timezone,
        String accountType,
        String accountStatus,
        @JsonRawValue String chatPreferences,
        @Nullable Instant lastSeenAt,
        Instant createdAt,
        Instant updatedAt) {
    static MeJson of(Account account) {
        return new MeJson(
                account.id(),
                account.email(),
                account.username(),
                account.firstName(),
                account.lastName(),
                account.displayName(),
                account.avatarUrl(),
                account.bio(),
                account.anonymous(),
                account.emailVerified(),
                account.locale(),
                account.timezone(),
                account.accountType().stored(),
                account.accountStatus().stored(),
                account.chatPreferences(),
                account.lastSeenAt(),
                account.createdAt(),
                account.updatedAt());
    }
}
