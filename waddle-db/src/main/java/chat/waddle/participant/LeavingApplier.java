package chat.waddle.participant;

import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.List;

/// Ends stays by the participants' own wish; an owner's room goes to who stands next.
public final class LeavingApplier {
    private final CommunityContext context;
    private final RoomDoor door;

    public LeavingApplier(CommunityContext context) {
        this.context = context;
        this.door = new RoomDoor(context);
    }

    public Applied<CommunityOutcome<Participant>> leave(WriteSession transaction, Stamp stamp, LeaveRoom command)
            throws SQLException {
        return door.enter(transaction, stamp, command.user(), command.room(), entered -> {
            if (entered.room().isDirect()) {
                return Answer.refused(CommunityRefusal.ROOM_FIXED);
            }
            Participant self = entered.room().participant(entered.actor());
            if (self == null) {
                return Answer.refused(CommunityRefusal.NO_SUCH_PARTICIPANT);
            }
            int channel = entered.channel().num();
            end(transaction, stamp, channel, self.member(), self.role());
            Participant now = transaction
                    .sql(ParticipantSql.class)
                    .find(channel, self.member())
                    .orElseThrow();
            return Answer.done(now, channel, command.user().value())
                    .then(context.changes().room(transaction, channel));
        });
    }

    private static void end(WriteSession transaction, Stamp stamp, int channel, int member, ParticipantRole role) {
        Rooms.end(transaction, channel, member, ParticipantStatus.LEFT, stamp.timeMillis());
        if (role == ParticipantRole.OWNER) {
            Rooms.handOn(transaction, channel, member);
        }
    }

    public Applied<LeaveEveryRoom.LeftRooms> leaveAll(WriteSession transaction, Stamp stamp, LeaveEveryRoom command)
            throws SQLException {
        Access leaving = context.view().access(transaction, command.user());
        ParticipantSql sql = transaction.sql(ParticipantSql.class);
        List<Integer> rooms = leaving == null ? List.of() : sql.leavable(leaving.member(), command.limit());
        LeaveEveryRoom.LeftRooms result = new LeaveEveryRoom.LeftRooms(rooms.size());
        if (leaving == null || rooms.isEmpty()) {
            return Applied.unchanged(result);
        }
        for (int room : rooms) {
            ParticipantRole role =
                    sql.find(room, leaving.member()).orElseThrow().role();
            end(transaction, stamp, room, leaving.member(), role);
        }
        return Applied.changed(result, 0, command.user().value())
                .then(context.changes().channels(transaction));
    }
}
