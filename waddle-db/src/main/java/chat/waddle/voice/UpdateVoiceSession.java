package chat.waddle.voice;

import chat.waddle.community.CommunityOutcome;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.ids.VoiceSessionId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Tells of a voice session: how many take part now, that it is over, where it was recorded.
///
/// Refusals: NOT_A_MEMBER, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_CHANNEL, NO_SUCH_VOICE_SESSION, VOICE_SESSION_OVER.
///
/// @param participants how many take part now, 0 to [VoiceSession#PARTICIPANTS_LIMIT]; the most is kept; null says
/// nothing
/// @param end whether it is over; it never begins again
/// @param recordingUrl an https address; null leaves it as it is, the empty text removes it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpdateVoiceSession(
        UserId actor,
        ChannelId channel,
        VoiceSessionId session,
        @Nullable Integer participants,
        boolean end,
        @Nullable String recordingUrl)
        implements Command<CommunityOutcome<VoiceSession>> {}
