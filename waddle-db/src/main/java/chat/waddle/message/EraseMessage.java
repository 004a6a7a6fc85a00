package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Removes a message, what it said before, its reactions and its index row for good.
public record EraseMessage(UserId actor, ChannelId channel, MessageId message) implements Command<ChangeOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
