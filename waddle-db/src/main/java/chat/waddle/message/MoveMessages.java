package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts messages of a channel into one of its threads, or takes them out of their threads; ids and times stay.
///
/// @param messages 1 to [#LIMIT], each once
/// @param thread null for none
/// @param dryRun whether it is only to be told what would be moved
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MoveMessages(
        UserId actor,
        ChannelId channel,
        List<MessageId> messages,
        @Nullable ThreadId thread,
        boolean dryRun) implements Command<MoveMessages.Outcome> {
    public static final int LIMIT = 100;

    public MoveMessages {
        messages = List.copyOf(messages);
    }

    /// What came of it.
    public sealed interface Outcome {}

    /// Those that were there and stood elsewhere, in the order they were asked for.
    public record Moved(List<MessageId> messages) implements Outcome {}

    public record Refused(MessageRefusal why) implements Outcome {}
}
