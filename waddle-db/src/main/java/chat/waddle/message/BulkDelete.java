package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;
import java.util.List;

/// Hides several messages of a channel at once, for a moderator; each can be restored like one deleted by itself.
///
/// @param messages 1 to [#LIMIT], each once
public record BulkDelete(UserId actor, ChannelId channel, List<MessageId> messages)
        implements Command<BulkDelete.Outcome> {
    public static final int LIMIT = 100;

    public BulkDelete {
        messages = List.copyOf(messages);
    }

    @Override
    public boolean mayUseReserve() {
        return true;
    }

    /// What came of it.
    public sealed interface Outcome {}

    /// Those that were there are hidden now, in the order they were asked for.
    public record Deleted(List<MessageId> messages) implements Outcome {}

    public record Refused(MessageRefusal why) implements Outcome {}
}
