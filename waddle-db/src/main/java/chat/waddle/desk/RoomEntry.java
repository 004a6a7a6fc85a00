package chat.waddle.desk;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;

/// The way of a command into a room of the support desk: nobody else learns that it exists.
record RoomEntry(Access actor, Channel channel, SupportRoom room) {
    /// What to do for somebody who knows of the room.
    @FunctionalInterface
    interface Step<T> {
        Applied<CommunityOutcome<T>> apply(RoomEntry entry) throws SQLException;
    }

    static <T> Applied<CommunityOutcome<T>> enter(
            CommunityContext context, WriteSession transaction, Stamp stamp, UserId user, ChannelId id, Step<T> step)
            throws SQLException {
        Access actor = context.view().access(transaction, user);
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(id);
        SupportRoom room = transaction.sql(SupportRoomSql.class).find(id).orElse(null);
        if (channel == null || room == null || !room.isKnownTo(actor, channel, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NO_SUCH_ROOM);
        }
        return step.apply(new RoomEntry(actor, channel, room));
    }
}
