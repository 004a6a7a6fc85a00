package chat.waddle.server.message;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.message.Unread;
import org.jspecify.annotations.Nullable;

/// What a member has not read of a channel, on the wire.
///
/// @param more whether there are more unread messages than were counted
record UnreadJson(
        ChannelId channelId, @Nullable MessageId lastReadId, int unreadCount, boolean more, int mentionCount) {

    /// Up to where a channel is read.
    record Marker(ChannelId channelId, MessageId lastReadId) {}

    static UnreadJson of(Unread unread) {
        Long lastRead = unread.lastReadId();
        return new UnreadJson(
                unread.channel().id(),
                lastRead == null ? null : new MessageId(lastRead),
                unread.messages(),
                unread.more(),
                unread.mentions());
    }
}
