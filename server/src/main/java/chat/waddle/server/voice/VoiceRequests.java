package chat.waddle.server.voice;

import chat.waddle.server.http.Change;
import org.jspecify.annotations.Nullable;

/// What clients send about voice sessions.
final class VoiceRequests {
    private VoiceRequests() {}

    record NewSession(@Nullable String rtkSessionId) {}

    /// @param participants how many take part now
    /// @param ended true ends it; false says nothing
    record PatchSession(
            @Nullable Integer participants, @Nullable Boolean ended, Change<String> recordingUrl) {}
}
