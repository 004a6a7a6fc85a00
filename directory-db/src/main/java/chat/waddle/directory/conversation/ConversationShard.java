package chat.waddle.directory.conversation;

import chat.waddle.directory.shard.ShardId;
import chat.waddle.ids.WaddleId;

/// A file of conversations.
///
/// @param place its number, from 0
/// @param made false while its file may not be there yet
public record ConversationShard(int place, ShardId shard, boolean made) {
    /// The id under which the file is used like that of a community: below zero, where no community's is.
    public static WaddleId idOf(int place) {
        return new WaddleId(-1L - place);
    }

    /// True for an id that [#idOf] makes.
    public static boolean isOne(WaddleId waddle) {
        return waddle.value() < 0;
    }

    public WaddleId id() {
        return idOf(place);
    }
}
