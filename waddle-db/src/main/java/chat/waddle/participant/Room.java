package chat.waddle.participant;

import chat.waddle.channel.ChannelType;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.ids.IdClock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What makes a channel a room: who takes part decides who may do what there, not the roles of the waddle. Immutable.
///
/// @param type direct, group, support or escalated
/// @param title null for a conversation of two
/// @param maxParticipants how many may take part at once
/// @param admitsGuests whether who takes part as a guest gets in
/// @param participants those who take part now, by their small numbers
public record Room(
        ChannelType type,
        @Nullable String title,
        @Nullable String avatarUrl,
        int maxParticipants,
        boolean admitsGuests,
        Map<Integer, Participant> participants) {

    private static final long SUPERVISING =
            Permission.VIEW_CHANNELS.mask() | Permission.READ_HISTORY.mask() | Permission.READ_EARLIER_HISTORY.mask();

    /// What the member holds here, time-outs aside. Administrators of a waddle see its support rooms,
    /// supervisors read in them, and who may answer as a robot does so where they take part.
    /// Conversations are seen by who takes part in them and by nobody else.
    public long effective(Access access) {
        if (isSupport() && access.holdsAll(Permission.ADMINISTRATOR.mask())) {
            return Permission.all();
        }
        Participant participant = participant(access);
        if (participant == null) {
            return isSupport() && access.holdsAll(Permission.SUPERVISE.mask()) ? SUPERVISING : 0;
        }
        if (participant.role() == ParticipantRole.GUEST && !admitsGuests) {
            return 0;
        }
        long held = participant.permissions();
        boolean writes = isSupport() && (held & Permission.SEND_MESSAGES.mask()) != 0;
        return writes ? held | (access.permissions() & Permission.ANSWER_AS_ROBOT.mask()) : held;
    }

    /// The member as somebody who takes part now, or null.
    public @Nullable Participant participant(Access access) {
        Participant participant = participants.get(access.member());
        return participant != null && participant.isOf(access) ? participant : null;
    }

    /// The least id of a message that was posted during the member's stay here.
    public long stayFrom(Access access) {
        Participant participant = participant(access);
        return IdClock.firstAt(
                participant == null
                        ? access.joinedAtMillis()
                        : participant.joinedAt().toEpochMilli());
    }

    /// True for a conversation of two, in which nobody comes or goes.
    public boolean isDirect() {
        return type == ChannelType.DIRECT;
    }

    /// True for a room of the support desk, false for a conversation.
    public boolean isSupport() {
        return type == ChannelType.SUPPORT || type == ChannelType.ESCALATED;
    }
}
