package chat.waddle.server.role;

import chat.waddle.server.http.Change;
import org.jspecify.annotations.Nullable;

/// What clients send about roles.
final class RoleRequests {
    private RoleRequests() {}

    /// @param permissions a decimal string
    record NewRole(
            String name,
            @Nullable String color,
            String permissions,
            @Nullable Integer position,
            @Nullable Boolean mentionable) {}

    record PatchRole(
            @Nullable String name,
            Change<String> color,
            @Nullable String permissions,
            @Nullable Integer position,
            @Nullable Boolean mentionable) {}
}
