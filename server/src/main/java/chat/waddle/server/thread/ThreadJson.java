package chat.waddle.server.thread;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.thread.ChatThread;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run of messages with a title inside a channel.
record ThreadJson(
        ThreadId id,
        ChannelId channelId,
        String title,
        UserId createdBy,
        Instant createdAt,
        int messageCount,
        Instant lastActiveAt,
        boolean locked,
        boolean archived,
        @Nullable Instant resolvedAt) {
    static ThreadJson of(ChatThread thread) {
        return new ThreadJson(
                thread.id(),
                thread.channel(),
                thread.title(),
                thread.createdBy(),
                IdClock.timeOf(thread.id()),
                thread.messageCount(),
                thread.lastActiveAt(),
                thread.locked(),
                thread.archived(),
                thread.resolvedAt());
    }
}
