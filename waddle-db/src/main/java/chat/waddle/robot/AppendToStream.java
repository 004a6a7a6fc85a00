package chat.waddle.robot;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.command.Command;

/// Adds a piece to a message that a robot writes. The last piece given again changes nothing.
///
/// Refusals: NOT_A_MEMBER, NO_SUCH_CHANNEL, NO_SUCH_MESSAGE, IN_TIMEOUT, NOT_ALLOWED, NO_SUCH_ROBOT, STREAM_ENDED,
/// STREAM_TOO_LONG, CHANNEL_ARCHIVED, BLOCKED_BY_RULE.
///
/// @param sequence 1 for the first piece, then one more each time
/// @param content what is added; only characters that may stand in a message
public record AppendToStream(UserId actor, ChannelId channel, MessageId message, int sequence, String content)
        implements Command<StreamOutcome> {}
