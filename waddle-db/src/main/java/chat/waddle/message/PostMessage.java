package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// Posts a message to a channel. The text has passed [MessageText]; metadata is a JSON object.
///
/// @param clientMessageId the client's own name for it: a second command with the same one changes nothing
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostMessage(
        UserId author,
        ChannelId channel,
        String content,
        ContentType type,
        @Nullable String clientMessageId,
        @Nullable MessageId replyTo,
        @Nullable ThreadId thread,
        @Nullable String metadata)
        implements Command<PostMessage.Outcome> {

    /// What came of it.
    public sealed interface Outcome {}

    /// The message is on disk.
    ///
    /// @param encoded the message as clients get it
    public record Posted(MessageId id, byte[] encoded) implements Outcome {}

    /// The same author has posted it before.
    public record AlreadyPosted(MessageId id) implements Outcome {}

    public record Refused(MessageRefusal why) implements Outcome {}

    /// The channel is in slow mode.
    ///
    /// @param retryAfterMillis how long the author has to wait in this channel
    public record SlowedDown(long retryAfterMillis) implements Outcome {}
}
