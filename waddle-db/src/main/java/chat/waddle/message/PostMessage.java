package chat.waddle.message;

import chat.waddle.ids.AttachmentId;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Posts a message to a channel. The text has passed [MessageText]; metadata is a JSON object.
///
/// @param clientMessageId the client's own name for it: a second command with the same one changes nothing
/// @param attachments the author's own files that it is to carry, in order; null for none
/// @param flag why it is reported to moderators: decided when it is posted and recorded, for the text may be erased
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostMessage(
        UserId author,
        ChannelId channel,
        String content,
        ContentType type,
        @Nullable String clientMessageId,
        @Nullable MessageId replyTo,
        @Nullable ThreadId thread,
        @Nullable String metadata,
        @Nullable List<AttachmentId> attachments,
        @Nullable String flag)
        implements Command<PostMessage.Outcome> {

    public PostMessage {
        attachments = attachments == null || attachments.isEmpty() ? null : List.copyOf(attachments);
    }

    /// As clients ask for it.
    public PostMessage(
            UserId author,
            ChannelId channel,
            String content,
            ContentType type,
            @Nullable String clientMessageId,
            @Nullable MessageId replyTo,
            @Nullable ThreadId thread,
            @Nullable String metadata,
            @Nullable List<AttachmentId> attachments) {
        this(author, channel, content, type, clientMessageId, replyTo, thread, metadata, attachments, null);
    }

    /// Without files.
    public PostMessage(
            UserId author,
            ChannelId channel,
            String content,
            ContentType type,
            @Nullable String clientMessageId,
            @Nullable MessageId replyTo,
            @Nullable ThreadId thread,
            @Nullable String metadata) {
        this(author, channel, content, type, clientMessageId, replyTo, thread, metadata, null);
    }

    PostMessage flagged(String why) {
        return new PostMessage(
                author, channel, content, type, clientMessageId, replyTo, thread, metadata, attachments, why);
    }

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
