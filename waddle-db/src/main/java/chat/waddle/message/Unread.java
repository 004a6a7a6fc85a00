package chat.waddle.message;

import chat.waddle.channel.Channel;
import org.jspecify.annotations.Nullable;

/// What one member has not read of one channel. Messages of the member's own do not count.
///
/// @param lastReadId up to where it is read, or null where the member has never said
/// @param messages how many messages follow that, among the first [UnreadCounts#COUNTED] of them
/// @param more whether there are messages beyond those, which nobody has counted
/// @param mentions how many of all that follow call the member; at most [UnreadCounts#COUNTED]
public record Unread(Channel channel, @Nullable Long lastReadId, int messages, boolean more, int mentions) {}
