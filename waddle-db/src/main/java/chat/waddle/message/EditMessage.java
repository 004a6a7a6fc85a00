package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Replaces the text of a message by its author; what it said before is kept. The text has passed [MessageText].
public record EditMessage(UserId editor, ChannelId channel, MessageId message, String content)
        implements Command<ChangeOutcome> {}
