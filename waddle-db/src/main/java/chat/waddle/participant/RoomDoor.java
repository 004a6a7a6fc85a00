package chat.waddle.participant;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Lets only those change a room who see it, and says how they stand there.
final class RoomDoor {
    private final CommunityContext context;

    RoomDoor(CommunityContext context) {
        this.context = context;
    }

    /// The one who asks, and the room.
    ///
    /// @param standing what they are there; an administrator of the waddle stands as the owner does
    record Entered(Access actor, Channel channel, Room room, ParticipantRole standing) {}

    /// What to do for somebody who sees the room.
    @FunctionalInterface
    interface Step<T> {
        Applied<CommunityOutcome<T>> apply(Entered entered) throws SQLException;
    }

    <T> Applied<CommunityOutcome<T>> enter(
            WriteSession transaction, Stamp stamp, UserId user, ChannelId id, Step<T> step) throws SQLException {
        Access actor = context.view().access(transaction, user);
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(id);
        Room room = channel == null ? null : channel.room();
        if (channel == null || room == null || !channel.visibleTo(actor, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NO_SUCH_CHANNEL);
        }
        return step.apply(new Entered(actor, channel, room, standing(room, actor)));
    }

    /// True for whom a room of the support desk obeys whatever they are in it.
    static boolean administers(Room room, Access access) {
        return room.isSupport() && access.holdsAll(Permission.ADMINISTRATOR.mask());
    }

    private static ParticipantRole standing(Room room, Access actor) {
        if (administers(room, actor)) {
            return ParticipantRole.OWNER;
        }
        Participant self = room.participant(actor);
        return self == null ? ParticipantRole.OBSERVER : self.role();
    }

    /// Why the one who asks may not change anything of the room, or null. Who is muted may not, but for
    /// whom nobody could let speak again.
    static @Nullable CommunityRefusal idle(Entered entered, Stamp stamp) {
        if (entered.room().isDirect()) {
            return CommunityRefusal.ROOM_FIXED;
        }
        if (entered.actor().inTimeout(stamp.timeMillis())) {
            return CommunityRefusal.IN_TIMEOUT;
        }
        Participant self = entered.room().participant(entered.actor());
        boolean muted = self != null && self.status() == ParticipantStatus.MUTED;
        return muted && entered.standing() != ParticipantRole.OWNER ? CommunityRefusal.NOT_ALLOWED : null;
    }
}
