package chat.waddle.server.automod;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What clients send about automatic moderation rules.
final class AutomodRequests {
    private AutomodRequests() {}

    record NewRule(
            String name,
            String kind,
            @Nullable List<String> words,
            @Nullable Integer mentionLimit,
            String action,
            @Nullable Integer timeoutSeconds,
            @Nullable Boolean enabled) {}

    /// Null leaves a part as it is.
    record PatchRule(
            @Nullable String name,
            @Nullable List<String> words,
            @Nullable Integer mentionLimit,
            @Nullable String action,
            @Nullable Integer timeoutSeconds,
            @Nullable Boolean enabled) {}
}
