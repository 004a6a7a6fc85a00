package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Pins a message to its channel; where it is pinned nothing changes.
public record PinMessage(UserId actor, ChannelId channel, MessageId message) implements Command<ChangeOutcome> {}
