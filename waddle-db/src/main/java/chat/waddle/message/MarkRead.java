package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Says up to which message a member has read a channel.
///
/// @param allowBackwards whether an earlier message than before may be it; otherwise the later one stays
public record MarkRead(UserId actor, ChannelId channel, MessageId message, boolean allowBackwards)
        implements Command<MarkRead.Outcome> {

    /// What came of it.
    public sealed interface Outcome {}

    /// @param lastRead up to where the channel is read now
    public record Marked(MessageId lastRead) implements Outcome {}

    public record Refused(MessageRefusal why) implements Outcome {}
}
