package chat.waddle.server.account;

import chat.waddle.server.http.Change;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What clients send. Fields that stand here are all that can be set: any other is refused.
///
/// Those with a secret hide it from logs.
final class AccountRequests {
    private static final String HIDDEN = "[hidden]";

    private AccountRequests() {}

    record Register(String email, String username, String password, String displayName) {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    record Login(String email, String password) {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    record Refresh(String refreshToken) {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    record Guest(String displayName) {}

    /// `token` comes from a one-time link: an operator's first sign-in or a password reset.
    record Setup(String token, String password) {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /// What a guest gives to become a member.
    record Upgrade(String email, String username, String password) {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    record PatchMe(
            Change<String> firstName,
            Change<String> lastName,
            Change<String> displayName,
            Change<String> avatarUrl,
            Change<String> bio,
            Change<String> locale,
            Change<String> timezone,
            Change<JsonNode> chatPreferences) {}

    /// Guests, who have no password, leave it out. `messages` says what becomes of them; they are kept where it says
    /// nothing.
    record DeleteMe(@Nullable String password, @Nullable String messages) {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    record ChangePassword(String currentPassword, String newPassword) {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    record PatchSettings(
            @Nullable Long expectedVersion,
            @Nullable Boolean notificationsEnabled,
            @Nullable String notificationSound,
            @Nullable String theme,
            @Nullable Boolean compactMode,
            @Nullable Boolean developerMode,
            @Nullable JsonNode settings,
            Change<QuietHoursJson> quietHours) {}

    record NewToken(
            String name, List<String> scopes, @Nullable Instant expiresAt) {}
}
