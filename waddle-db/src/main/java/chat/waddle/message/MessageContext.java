package chat.waddle.message;

import chat.waddle.search.FullTextIndex;
import chat.waddle.shard.ViewChanges;
import chat.waddle.shard.WriterView;

/// What the appliers of messages share: all of it belongs to one file's writer.
///
/// @param view rights and channels
/// @param counter how many messages that are not deleted the file has
/// @param changes keeps both views of rights true where a rule silences somebody
public record MessageContext(
        WriterView view,
        Authors authors,
        RecentMessages recent,
        FullTextIndex index,
        MessageEncoder encoder,
        MessageCounter counter,
        ViewChanges changes) {}
