package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Hides a message from everybody; it can be restored until the waddle's undo window is over, then it is erased.
public record DeleteMessage(UserId actor, ChannelId channel, MessageId message) implements Command<ChangeOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
