package chat.waddle.thread;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run of messages with a title inside a channel. Immutable.
///
/// @param num its small number in the file
/// @param messageCount messages that are not deleted
/// @param lastActivityId the id of the newest message, or the thread's own where none was posted yet
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
}
