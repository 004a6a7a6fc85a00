package chat.waddle.directory.account;

import org.jspecify.annotations.Nullable;

/// New values for parts of a profile: null leaves a part as it is, empty text takes it away where it may be missing.
///
/// @param chatPreferences a JSON object that is merged into the one there is (RFC 7396)
public record ProfilePatch(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String displayName,
        @Nullable String avatarUrl,
        @Nullable String bio,
        @Nullable String locale,
        @Nullable String timezone,
        @Nullable String chatPreferences) {}
