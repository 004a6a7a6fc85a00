package chat.waddle.server.desk;

import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import org.jspecify.annotations.Nullable;

/// What clients send about rooms of the support desk.
final class RoomRequests {
    private RoomRequests() {}

    /// @param type support; what is escalated comes by an escalation
    record NewRoom(
            String type,
            @Nullable String name,
            @Nullable String issueId,
            @Nullable String issueDescription,
            @Nullable Boolean isPrivate,
            @Nullable Boolean guestAccessAllowed,
            @Nullable Integer maxParticipants,
            @Nullable ChannelId parentRoomId) {}

    /// Null leaves a part as it is.
    record PatchRoom(
            @Nullable String name,
            @Nullable String issueDescription,
            @Nullable String status,
            @Nullable Boolean isPrivate,
            @Nullable Boolean guestAccessAllowed,
            @Nullable Integer maxParticipants,
            @Nullable String closingNotes) {}

    record NewParticipant(
            UserId userId,
            @Nullable String role,
            @Nullable Boolean canSendMessages,
            @Nullable Boolean canInviteOthers,
            @Nullable Boolean canSeeHistory) {}

    /// Null leaves a part as it is.
    record PatchParticipant(
            @Nullable String role,
            @Nullable String status,
            @Nullable Boolean canSendMessages,
            @Nullable Boolean canInviteOthers,
            @Nullable Boolean canSeeHistory) {}
}
