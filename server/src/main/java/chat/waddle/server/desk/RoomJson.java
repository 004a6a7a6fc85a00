package chat.waddle.server.desk;

import chat.waddle.desk.SupportRoom;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A room of the support desk.
record RoomJson(
        ChannelId id,
        String type,
        @Nullable String name,
        String status,
        @Nullable String issueId,
        @Nullable String issueDescription,
        boolean isPrivate,
        boolean guestAccessAllowed,
        int maxParticipants,
        int participantCount,
        @Nullable ChannelId parentRoomId,
        String level,
        UserId createdBy,
        Instant createdAt,
        @Nullable String closingNotes,
        @Nullable UserId closedBy,
        @Nullable Instant closedAt) {
    static RoomJson of(SupportRoom room) {
        return new RoomJson(
                room.id(),
                room.type().code(),
                room.name(),
                room.status().code(),
                room.issueId(),
                room.issueDescription(),
                room.isPrivate(),
                room.guestAccess(),
                room.maxParticipants(),
                room.participantCount(),
                room.parent(),
                room.level().code(),
                room.createdBy(),
                IdClock.timeOf(room.id()),
                room.closingNotes(),
                room.closedBy(),
                room.closedAt());
    }
}
