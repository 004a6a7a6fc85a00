package chat.waddle.voice;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Begins a session in a voice channel where none goes on.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_CHANNEL, NOT_A_VOICE_CHANNEL, CHANNEL_ARCHIVED,
/// VOICE_SESSION_RUNNING.
///
/// @param rtkSession 1 to [VoiceSession#RTK_SESSION_LIMIT] characters
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartVoiceSession(
        UserId actor, ChannelId channel, @Nullable String rtkSession)
        implements Command<CommunityOutcome<VoiceSession>> {}
