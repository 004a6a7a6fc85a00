package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Brings a deleted message back within the undo window: by who deleted it, or by a moderator.
public record RestoreMessage(UserId actor, ChannelId channel, MessageId message) implements Command<ChangeOutcome> {}
