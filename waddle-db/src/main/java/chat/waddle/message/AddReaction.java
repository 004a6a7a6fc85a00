package chat.waddle.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Puts a member's reaction on a message; a second time changes nothing. The emoji has passed [Emoji].
public record AddReaction(UserId actor, ChannelId channel, MessageId message, String emoji)
        implements Command<ChangeOutcome> {}
