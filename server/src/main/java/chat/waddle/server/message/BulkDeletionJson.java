package chat.waddle.server.message;

import chat.waddle.ids.MessageId;
import java.util.List;

/// What deleting many messages came to, or would come to.
///
/// @param missing what the channel does not have, or no longer
record BulkDeletionJson(boolean dryRun, List<MessageId> deleted, List<MessageId> missing) {}
