package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.sql.Types;

/// Hides messages and brings them back; the index never knows a hidden one.
public final class DeleteMessageApplier {
    private static final MessageSql MARK = MessageSql.of(table ->
            "UPDATE " + table + " SET flags = ?, deleted_at_ms = ?, deleted_by = ? WHERE channel = ? AND id = ?");
    private static final String COUNT = "UPDATE threads SET message_count = message_count + ? WHERE num = ?";
    private static final String WINDOW = "SELECT undo_window_seconds FROM waddle_settings";

    private final MessageContext context;
    private final MessageChange change;

    public DeleteMessageApplier(MessageContext context) {
        this.context = context;
        this.change = new MessageChange(context);
    }

    public Applied<ChangeOutcome> delete(WriteSession transaction, Stamp stamp, DeleteMessage command)
            throws SQLException {
        return change.find(
                transaction,
                stamp,
                command.actor(),
                command.channel(),
                command.message(),
                (actor, channel, message) -> hide(transaction, stamp, actor, channel, message));
    }

    private Applied<ChangeOutcome> hide(
            WriteSession transaction, Stamp stamp, Access actor, Channel channel, StoredMessage message)
            throws SQLException {
        if (message.isDeleted()) {
            return MessageChange.refused(MessageRefusal.NO_SUCH_MESSAGE);
        }
        boolean own = message.author() == actor.member();
        if (!own && !channel.permits(actor, Permission.MANAGE_MESSAGES, stamp.timeMillis())) {
            return MessageChange.refused(MessageRefusal.NOT_ALLOWED);
        }
        mark(transaction, message, message.flags() | MessageFlag.DELETED.mask(), stamp);
        count(transaction, message, -1);
        if (message.filed()) {
            context.index().delete(transaction, message.channel(), message.id(), message.prepared());
        }
        return MessageChange.gone(message).then(() -> {
            context.recent().removed(message.channel(), message.id());
            if (!message.filed()) {
                context.index().changedBeforeFiling(message.channel(), message.id(), null);
            }
        });
    }

    public Applied<ChangeOutcome> restore(WriteSession transaction, Stamp stamp, RestoreMessage command)
            throws SQLException {
        return change.find(
                transaction,
                stamp,
                command.actor(),
                command.channel(),
                command.message(),
                (actor, channel, message) -> show(transaction, stamp, actor, channel, message));
    }

    private Applied<ChangeOutcome> show(
            WriteSession transaction, Stamp stamp, Access actor, Channel channel, StoredMessage message)
            throws SQLException {
        if (!message.isDeleted()) {
            return Applied.unchanged(new ChangeOutcome.Done(change.encoded(transaction, message)));
        }
        boolean moderator = channel.permits(actor, Permission.MANAGE_MESSAGES, stamp.timeMillis());
        boolean ownDeletion = message.author() == actor.member()
                && message.deletedBy() == actor.user().value();
        if (!moderator && !ownDeletion) {
            boolean knows = message.author() == actor.member();
            return MessageChange.refused(knows ? MessageRefusal.NOT_ALLOWED : MessageRefusal.NO_SUCH_MESSAGE);
        }
        if (stamp.timeMillis() > message.deletedAtMillis() + transaction.number(WINDOW) * 1000) {
            return MessageChange.refused(MessageRefusal.TOO_LATE);
        }
        unmark(transaction, message);
        count(transaction, message, 1);
        if (message.filed()) {
            context.index().insert(transaction, message.channel(), message.id(), message.prepared());
        }
        return MessageChange.done(message, change.encoded(transaction, message)).then(() -> {
            context.recent().forget(message.channel());
            if (!message.filed()) {
                context.index().changedBeforeFiling(message.channel(), message.id(), message.prepared());
            }
        });
    }

    private static void mark(WriteSession transaction, StoredMessage message, int flags, Stamp stamp)
            throws SQLException {
        var mark = transaction.kept(MARK.in(message.filed()));
        mark.setInt(1, flags);
        mark.setLong(2, stamp.timeMillis());
        mark.setLong(3, stamp.actor());
        mark.setInt(4, message.channel());
        mark.setLong(5, message.id());
        mark.executeUpdate();
    }

    private static void unmark(WriteSession transaction, StoredMessage message) throws SQLException {
        var mark = transaction.kept(MARK.in(message.filed()));
        mark.setInt(1, message.flags() & ~MessageFlag.DELETED.mask());
        mark.setNull(2, Types.INTEGER);
        mark.setNull(3, Types.INTEGER);
        mark.setInt(4, message.channel());
        mark.setLong(5, message.id());
        mark.executeUpdate();
    }

    private void count(WriteSession transaction, StoredMessage message, int change) throws SQLException {
        context.counter().add(change);
        if (message.thread() == 0) {
            return;
        }
        var count = transaction.kept(COUNT);
        count.setInt(1, change);
        count.setInt(2, message.thread());
        count.executeUpdate();
    }
}
