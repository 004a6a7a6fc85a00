package chat.waddle.server.voice;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.VoiceSessionId;
import chat.waddle.voice.VoiceSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A session in a voice channel.
record VoiceSessionJson(
        VoiceSessionId id,
        ChannelId channelId,
        @Nullable String rtkSessionId,
        Instant startedAt,
        @Nullable Instant endedAt,
        int maxParticipants,
        @Nullable String recordingUrl) {
    static VoiceSessionJson of(VoiceSession session) {
        return new VoiceSessionJson(
                session.id(),
                session.channel(),
                session.rtkSession(),
                IdClock.timeOf(session.id()),
                session.endedAt(),
                session.maxParticipants(),
                session.recordingUrl());
    }
}
