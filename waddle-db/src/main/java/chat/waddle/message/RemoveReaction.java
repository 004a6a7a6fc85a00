package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Takes a member's own reaction off a message; where there is none nothing changes.
public record RemoveReaction(UserId actor, ChannelId channel, MessageId message, String emoji)
        implements Command<ChangeOutcome> {
    @Override
    public boolean mayUseReserve() {
        return true;
    }
}
