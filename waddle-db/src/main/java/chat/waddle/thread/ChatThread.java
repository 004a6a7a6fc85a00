package chat.waddle.thread;

import chat.waddle.channel.Channel;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run of messages with a title inside a channel. Immutable.
///
/// @param num its small number in the file
/// @param messageCount messages that are not deleted
/// @param lastActivityId the id of the newest message, of the thread itself where none was posted yet, or of its being
/// taken out of the archive
public record ChatThread(
        int num,
        ThreadId id,
        ChannelId channel,
        String title,
        UserId createdBy,
        int messageCount,
        long lastActivityId,
        boolean locked,
        boolean archived,
        @Nullable Instant resolvedAt) {

    public Instant lastActiveAt() {
        return Instant.ofEpochMilli(IdClock.millisOf(lastActivityId));
    }

    /// A thread of the channel is archived at this time if its last activity has a smaller id, whether or not that was
    /// written down yet.
    static long quietBefore(Channel channel, long nowMillis) {
        return IdClock.firstAt(
                nowMillis - Duration.ofHours(channel.autoArchiveHours()).toMillis() + 1);
    }

    /// The thread as it is at this time: one that was quiet for the channel's hours is archived.
    ///
    /// @param channel the thread's own
    public ChatThread asOf(Channel channel, long nowMillis) {
        boolean quiet = lastActivityId < quietBefore(channel, nowMillis);
        return archived || !quiet ? this : with(title, lastActivityId, locked, true, resolvedAt);
    }

    ChatThread with(
            String newTitle,
            long newLastActivityId,
            boolean nowLocked,
            boolean nowArchived,
            @Nullable Instant newResolvedAt) {
        return new ChatThread(
                num,
                id,
                channel,
                newTitle,
                createdBy,
                messageCount,
                newLastActivityId,
                nowLocked,
                nowArchived,
                newResolvedAt);
    }
}
