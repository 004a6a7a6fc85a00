package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Takes a message off the pins of its channel; where it is not pinned nothing changes.
public record UnpinMessage(UserId actor, ChannelId channel, MessageId message) implements Command<ChangeOutcome> {}
