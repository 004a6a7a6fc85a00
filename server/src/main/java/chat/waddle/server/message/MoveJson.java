package chat.waddle.server.message;

import chat.waddle.ids.MessageId;
import java.util.List;

/// What moving many messages came to, or would come to.
///
/// @param unmoved what the channel does not have, or what is where it should be
record MoveJson(boolean dryRun, List<MessageId> moved, List<MessageId> unmoved) {}
