package chat.waddle.channel;

import chat.waddle.community.Access;
import chat.waddle.community.Answer;
import chat.waddle.community.CommunityContext;
import chat.waddle.community.CommunityOutcome;
import chat.waddle.community.CommunityRefusal;
import chat.waddle.community.Permission;
import chat.waddle.community.Standing;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;

/// Lets only those change channels and categories who may.
final class ChannelDoor {
    private ChannelDoor() {}

    /// What to do for somebody who may.
    @FunctionalInterface
    interface Step<T> {
        Applied<CommunityOutcome<T>> apply(Access actor) throws SQLException;
    }

    /// What to do with a channel for somebody who may.
    @FunctionalInterface
    interface ChannelStep<T> {
        Applied<CommunityOutcome<T>> apply(Access actor, Channel channel) throws SQLException;
    }

    /// For what concerns no channel that there is yet.
    static <T> Applied<CommunityOutcome<T>> enter(
            CommunityContext context, WriteSession transaction, Stamp stamp, UserId user, Step<T> step)
            throws SQLException {
        Access actor = context.view().access(transaction, user);
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        CommunityRefusal lacking = Standing.lacking(actor, Permission.MANAGE_CHANNELS, stamp.timeMillis());
        return lacking != null ? Answer.refused(lacking) : step.apply(actor);
    }

    /// For what concerns one channel, which must be visible to the one who asks. Rooms are changed by other commands.
    static <T> Applied<CommunityOutcome<T>> enter(
            CommunityContext context,
            WriteSession transaction,
            Stamp stamp,
            UserId user,
            ChannelId id,
            ChannelStep<T> step)
            throws SQLException {
        Access actor = context.view().access(transaction, user);
        if (actor == null) {
            return Answer.refused(CommunityRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(id);
        if (channel == null || channel.isRoom() || !channel.visibleTo(actor, stamp.timeMillis())) {
            return Answer.refused(CommunityRefusal.NO_SUCH_CHANNEL);
        }
        CommunityRefusal lacking = channel.lacking(actor, Permission.MANAGE_CHANNELS, stamp.timeMillis());
        return lacking != null ? Answer.refused(lacking) : step.apply(actor, channel);
    }
}
