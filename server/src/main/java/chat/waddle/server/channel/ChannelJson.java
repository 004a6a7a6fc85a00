package chat.waddle.server.channel;

import chat.waddle.channel.Channel;
import chat.waddle.ids.CategoryId;
import chat.waddle.ids.ChannelId;
import org.jspecify.annotations.Nullable;

/// A channel.
///
/// @param slowModeSeconds the shortest time between two messages of one member; 0 for none
/// @param autoArchiveHours after this long without a message a thread goes to sleep
record ChannelJson(
        ChannelId id,
        String name,
        String type,
        @Nullable String description,
        int position,
        @Nullable CategoryId categoryId,
        boolean isPrivate,
        boolean isArchived,
        String threadMode,
        int slowModeSeconds,
        int autoArchiveHours) {
    static ChannelJson of(Channel channel) {
        return new ChannelJson(
                channel.id(),
                channel.name(),
                channel.type().code(),
                channel.description(),
                channel.position(),
                channel.category(),
                channel.isPrivate(),
                channel.isArchived(),
                channel.threadMode().code(),
                channel.slowModeSeconds(),
                channel.autoArchiveHours());
    }
}
