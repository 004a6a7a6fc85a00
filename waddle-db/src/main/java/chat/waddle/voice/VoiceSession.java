package chat.waddle.voice;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.VoiceSessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session in a voice channel. Its id is the time it began. Immutable.
///
/// @param rtkSession what the media server calls it
/// @param endedAt null while it goes on
/// @param maxParticipants the most that took part at once, as was told
/// @param recordingUrl where it can be heard again
public record VoiceSession(
        VoiceSessionId id,
        ChannelId channel,
        @Nullable String rtkSession,
        @Nullable Instant endedAt,
        int maxParticipants,
        @Nullable String recordingUrl) {
    public static final int RTK_SESSION_LIMIT = 200;
    public static final int PARTICIPANTS_LIMIT = 100_000;
    public static final int URL_LIMIT = 2048;

    public boolean isOver() {
        return endedAt != null;
    }
}
