package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditChanges;
import chat.waddle.community.AuditTrail;
import chat.waddle.community.Permission;
import chat.waddle.ids.MessageId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Hides many messages of one channel in one command.
public final class BulkDeleteApplier {
    private final MessageContext context;
    private final MessageHiding hiding;

    public BulkDeleteApplier(MessageContext context) {
        this.context = context;
        this.hiding = new MessageHiding(context);
    }

    public Applied<BulkDelete.Outcome> apply(WriteSession transaction, Stamp stamp, BulkDelete command)
            throws SQLException {
        Access actor = context.view().access(transaction, command.actor());
        if (actor == null) {
            return refused(MessageRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(command.channel());
        if (channel == null || !channel.visibleTo(actor, stamp.timeMillis())) {
            return refused(MessageRefusal.NO_SUCH_CHANNEL);
        }
        if (!channel.permits(actor, Permission.MANAGE_MESSAGES, stamp.timeMillis())) {
            return refused(
                    actor.inTimeout(stamp.timeMillis()) ? MessageRefusal.IN_TIMEOUT : MessageRefusal.NOT_ALLOWED);
        }
        List<StoredMessage> messages = new ArrayList<>();
        for (MessageId id : command.messages().stream().distinct().toList()) {
            StoredMessage message =
                    StoredMessage.find(transaction, context.index().isFiled(id.value()), channel, id);
            if (message != null && !message.isDeleted() && message.id() >= channel.historyFrom(actor)) {
                messages.add(message);
            }
        }
        return messages.isEmpty()
                ? Applied.unchanged(new BulkDelete.Deleted(List.of()))
                : hide(transaction, stamp, actor, channel, messages);
    }

    private Applied<BulkDelete.Outcome> hide(
            WriteSession transaction, Stamp stamp, Access actor, Channel channel, List<StoredMessage> messages)
            throws SQLException {
        List<Runnable> afterwards = new ArrayList<>();
        List<MessageId> ids = new ArrayList<>();
        for (StoredMessage message : messages) {
            afterwards.add(hiding.hide(transaction, stamp, message));
            ids.add(new MessageId(message.id()));
        }
        AuditTrail.write(
                transaction,
                stamp,
                actor.user(),
                AuditAction.CHANNEL_BULK_DELETE,
                channel.id().value(),
                null,
                new AuditChanges().add("deletedMessages", null, ids.size()));
        return Applied.<BulkDelete.Outcome>changed(new BulkDelete.Deleted(List.copyOf(ids)), channel.num(), 0)
                .then(() -> afterwards.forEach(Runnable::run));
    }

    private static Applied<BulkDelete.Outcome> refused(MessageRefusal why) {
        return Applied.unchanged(new BulkDelete.Refused(why));
    }
}
