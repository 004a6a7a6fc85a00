package chat.waddle.server.conversation;

import chat.waddle.channel.Channel;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.message.Unread;
import chat.waddle.participant.Participant;
import chat.waddle.participant.Room;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A conversation as one of its participants sees it.
///
/// @param title null for a conversation of two
/// @param participantIds who takes part now; at most a hundred
/// @param lastActivityAt when the newest message was posted, or when it began for the one who asks
/// @param unreadMore whether there are more unread messages than were counted
record ConversationJson(
        ChannelId id,
        String type,
        @Nullable String title,
        @Nullable String avatarUrl,
        List<UserId> participantIds,
        int maxParticipants,
        Instant createdAt,
        Instant lastActivityAt,
        @Nullable MessageId lastReadId,
        int unreadCount,
        boolean unreadMore,
        int mentionCount) {

    /// @param activity the id of what happened last
    static ConversationJson of(Unread unread, long activity) {
        Channel channel = unread.channel();
        Room room = Objects.requireNonNull(channel.room());
        Long lastRead = unread.lastReadId();
        return new ConversationJson(
                channel.id(),
                room.type().code(),
                room.title(),
                room.avatarUrl(),
                room.participants().values().stream()
                        .sorted(Comparator.comparingInt(Participant::member))
                        .map(Participant::user)
                        .toList(),
                room.maxParticipants(),
                IdClock.timeOf(channel.id()),
                Instant.ofEpochMilli(IdClock.millisOf(activity)),
                lastRead == null ? null : new MessageId(lastRead),
                unread.messages(),
                unread.more(),
                unread.mentions());
    }
}
