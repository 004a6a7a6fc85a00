package chat.waddle.message;

import chat.waddle.attachment.AttachmentOutcome;
import chat.waddle.attachment.AttachmentRefusal;
import chat.waddle.attachment.AttachmentRows;
import chat.waddle.attachment.Attachments;
import chat.waddle.attachment.DeleteAttachment;
import chat.waddle.attachment.StoredAttachment;
import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.ids.MessageId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.RecordedTexts;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Deletes a file, and has the message that carries it say so.
public final class DeleteAttachmentApplier {
    private static final MessageSql FLAGS =
            MessageSql.of(table -> "UPDATE " + table + " SET flags = ? WHERE channel = ? AND id = ?");

    private final MessageContext context;
    private final MessageChange change;

    public DeleteAttachmentApplier(MessageContext context) {
        this.context = context;
        this.change = new MessageChange(context);
    }

    public Applied<AttachmentOutcome> apply(WriteSession transaction, Stamp stamp, DeleteAttachment command)
            throws SQLException {
        Access actor = context.view().access(transaction, command.actor());
        if (actor == null) {
            return refused(AttachmentRefusal.NOT_A_MEMBER);
        }
        StoredAttachment found =
                new Attachments(transaction).find(command.attachment().value()).orElse(null);
        if (found == null) {
            return refused(AttachmentRefusal.NO_SUCH_ATTACHMENT);
        }
        boolean own = found.owner() == actor.member();
        Channel channel =
                found.isAttached() ? context.view().channels(transaction).byNum(found.channel()) : null;
        boolean seen = channel == null
                ? own && !found.isAttached()
                : !found.hidden()
                        && channel.visibleTo(actor, stamp.timeMillis())
                        && (own || found.message() >= channel.historyFrom(actor));
        if (!seen) {
            return refused(AttachmentRefusal.NO_SUCH_ATTACHMENT);
        }
        boolean manages = channel != null && channel.permits(actor, Permission.MANAGE_FILES, stamp.timeMillis());
        if (!own && !manages) {
            return refused(
                    actor.inTimeout(stamp.timeMillis()) ? AttachmentRefusal.IN_TIMEOUT : AttachmentRefusal.NOT_ALLOWED);
        }
        RecordedTexts.erase(transaction, List.of(command.attachment().value()));
        AttachmentRows.remove(transaction, command.attachment().value());
        return deleted(transaction, found, channel);
    }

    private static Applied<AttachmentOutcome> refused(AttachmentRefusal why) {
        return Applied.unchanged(new AttachmentOutcome.Refused(why));
    }

    private Applied<AttachmentOutcome> deleted(
            WriteSession transaction, StoredAttachment gone, @Nullable Channel channel) throws SQLException {
        long id = gone.attachment().id().value();
        AttachmentOutcome done = new AttachmentOutcome.Done(gone.attachment());
        boolean filed = context.index().isFiled(gone.message());
        StoredMessage message =
                channel == null ? null : StoredMessage.find(transaction, filed, channel, new MessageId(gone.message()));
        if (message == null) {
            return Applied.changed(done, 0, id);
        }
        int left = MessageFlag.ofAttachments(AttachmentRows.ofMessage(transaction, message.id()));
        var update = transaction.kept(FLAGS.in(filed));
        update.setInt(1, (message.flags() & ~MessageFlag.ATTACHED) | left);
        update.setInt(2, message.channel());
        update.setLong(3, message.id());
        update.executeUpdate();
        byte[] encoded = change.encoded(transaction, message);
        return Applied.changed(done, message.channel(), id)
                .then(() -> context.recent().changed(message.channel(), message.id(), encoded));
    }
}
