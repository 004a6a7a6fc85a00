package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;

/// Hides messages and brings them back; the index never knows a hidden one.
public final class DeleteMessageApplier {
    private static final String WINDOW = "SELECT undo_window_seconds FROM waddle_settings";

    private final MessageChange change;
    private final MessageHiding hiding;

    public DeleteMessageApplier(MessageContext context) {
        this.change = new MessageChange(context);
        this.hiding = new MessageHiding(context);
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
        return MessageChange.gone(message).then(hiding.hide(transaction, stamp, message));
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
        Runnable afterwards = hiding.show(transaction, message);
        return MessageChange.done(message, change.encoded(transaction, message)).then(afterwards);
    }
}
