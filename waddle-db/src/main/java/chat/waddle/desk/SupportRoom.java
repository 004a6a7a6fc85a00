package chat.waddle.desk;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelType;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.participant.Participant;
import chat.waddle.participant.ParticipantRole;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A room of the support desk. Immutable.
///
/// @param id of the room and of its channel
/// @param num the small number of its channel
/// @param isPrivate whether only who takes part, supervisors and administrators know of it
/// @param parent the room it was escalated from
/// @param participantCount how many take part now
public record SupportRoom(
        ChannelId id,
        int num,
        ChannelType type,
        @Nullable String name,
        RoomStatus status,
        @Nullable String issueId,
        @Nullable String issueDescription,
        boolean isPrivate,
        boolean guestAccess,
        int maxParticipants,
        int participantCount,
        @Nullable ChannelId parent,
        SupportLevel level,
        UserId createdBy,
        @Nullable String closingNotes,
        @Nullable UserId closedBy,
        @Nullable Instant closedAt) {
    public static final int ISSUE_ID_LIMIT = 100;
    public static final int TEXT_LIMIT = 4000;

    /// How many rooms may be open in a waddle.
    public static final int OPEN_LIMIT = 5000;

    /// True for who may know of the room, if not read in it: who takes part, who works at the desk unless it is
    /// private, supervisors, administrators.
    public boolean isKnownTo(Access access, Channel channel, long nowMillis) {
        return (channel.concerns(access) && channel.visibleTo(access, nowMillis))
                || (!isPrivate && access.may(Permission.MANAGE_ROOMS, nowMillis))
                || access.may(Permission.SUPERVISE, nowMillis)
                || access.may(Permission.SUPERVISE_TRANSCRIPTS, nowMillis)
                || access.holdsAll(Permission.ADMINISTRATOR.mask());
    }

    /// True for who may change the room: its owner and admins, and who works at the desk and knows of it.
    public boolean isManagedBy(Access access, Channel channel, long nowMillis) {
        if (access.inTimeout(nowMillis)) {
            return false;
        }
        if (access.holdsAll(Permission.ADMINISTRATOR.mask())) {
            return true;
        }
        Participant self = channel.room() == null ? null : channel.room().participant(access);
        boolean owns = self != null && self.role().isAtLeast(ParticipantRole.ADMIN);
        return owns || ((self != null || !isPrivate) && access.may(Permission.MANAGE_ROOMS, nowMillis));
    }
}
