package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ThreadMode;
import chat.waddle.community.Access;
import chat.waddle.community.AuditAction;
import chat.waddle.community.AuditChanges;
import chat.waddle.community.AuditTrail;
import chat.waddle.community.Permission;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.ThreadId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Moves messages between the threads of a channel, and keeps the counts of all of them exact.
///
/// A thread that gets a newer message than it had becomes as active as that message; one that loses its newest does not
/// become older.
public final class MoveMessagesApplier {
    private static final String THREAD =
            "SELECT num FROM threads WHERE id = ? AND channel = ? AND deleted_at_ms IS NULL";
    private static final MessageSql MOVE =
            MessageSql.of(table -> "UPDATE " + table + " SET thread = ? WHERE channel = ? AND id = ?");
    private static final String LEAVE = "UPDATE threads SET message_count = message_count - 1 WHERE num = ?";
    private static final String ENTER = "UPDATE threads SET message_count = message_count + 1,"
            + " last_message_id = max(last_message_id, ?) WHERE num = ?";
    private static final int NONE = 0;
    private static final int UNKNOWN = -1;

    private final MessageContext context;
    private final MessageChange change;

    public MoveMessagesApplier(MessageContext context) {
        this.context = context;
        this.change = new MessageChange(context);
    }

    public Applied<MoveMessages.Outcome> apply(WriteSession transaction, Stamp stamp, MoveMessages command)
            throws SQLException {
        Access actor = context.view().access(transaction, command.actor());
        if (actor == null) {
            return refused(MessageRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(command.channel());
        if (channel == null || !channel.visibleTo(actor, stamp.timeMillis())) {
            return refused(MessageRefusal.NO_SUCH_CHANNEL);
        }
        MessageRefusal refusal = refusal(actor, channel, command, stamp.timeMillis());
        if (refusal != null) {
            return refused(refusal);
        }
        int target = target(transaction, channel, command.thread());
        if (target == UNKNOWN) {
            return refused(MessageRefusal.NO_SUCH_THREAD);
        }
        List<StoredMessage> messages = movable(transaction, actor, channel, command, target);
        List<MessageId> ids =
                messages.stream().map(message -> new MessageId(message.id())).toList();
        return ids.isEmpty() || command.dryRun()
                ? Applied.unchanged(new MoveMessages.Moved(ids))
                : move(transaction, stamp, channel, command, target, messages, ids);
    }

    private static Applied<MoveMessages.Outcome> refused(MessageRefusal why) {
        return Applied.unchanged(new MoveMessages.Refused(why));
    }

    private static @Nullable MessageRefusal refusal(Access actor, Channel channel, MoveMessages command, long now) {
        if (!channel.permits(actor, Permission.MANAGE_THREADS, now)) {
            return actor.inTimeout(now) ? MessageRefusal.IN_TIMEOUT : MessageRefusal.NOT_ALLOWED;
        }
        if (channel.isArchived()) {
            return MessageRefusal.CHANNEL_ARCHIVED;
        }
        if (channel.threadMode() == ThreadMode.REQUIRED && command.thread() == null) {
            return MessageRefusal.THREAD_REQUIRED;
        }
        return channel.threadMode() == ThreadMode.DISABLED && command.thread() != null
                ? MessageRefusal.THREADS_DISABLED
                : null;
    }

    /// The small number of the thread, or [#NONE], or [#UNKNOWN].
    private static int target(WriteSession transaction, Channel channel, @Nullable ThreadId thread)
            throws SQLException {
        if (thread == null) {
            return NONE;
        }
        var select = transaction.kept(THREAD);
        select.setLong(1, thread.value());
        select.setInt(2, channel.num());
        try (var row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : UNKNOWN;
        }
    }

    private List<StoredMessage> movable(
            WriteSession transaction, Access actor, Channel channel, MoveMessages command, int target)
            throws SQLException {
        List<StoredMessage> messages = new ArrayList<>();
        for (MessageId id : command.messages().stream().distinct().toList()) {
            StoredMessage message =
                    StoredMessage.find(transaction, context.index().isFiled(id.value()), channel, id);
            if (message == null || message.isDeleted() || message.id() < channel.historyFrom(actor)) {
                continue;
            }
            if (message.thread() != target) {
                messages.add(message);
            }
        }
        return messages;
    }

    private Applied<MoveMessages.Outcome> move(
            WriteSession transaction,
            Stamp stamp,
            Channel channel,
            MoveMessages command,
            int target,
            List<StoredMessage> messages,
            List<MessageId> ids)
            throws SQLException {
        List<Runnable> afterwards = new ArrayList<>();
        for (StoredMessage message : messages) {
            move(transaction, message, target);
            byte[] encoded = change.encoded(transaction, message);
            afterwards.add(() -> context.recent().changed(message.channel(), message.id(), encoded));
        }
        AuditTrail.write(
                transaction,
                stamp,
                command.actor(),
                AuditAction.CHANNEL_MOVE_MESSAGES,
                channel.id().value(),
                null,
                new AuditChanges()
                        .add("movedMessages", null, ids.size())
                        .add(
                                "thread",
                                null,
                                command.thread() == null
                                        ? null
                                        : command.thread().value()));
        return Applied.<MoveMessages.Outcome>changed(new MoveMessages.Moved(ids), channel.num(), 0)
                .then(() -> afterwards.forEach(Runnable::run));
    }

    private static void move(WriteSession transaction, StoredMessage message, int target) throws SQLException {
        var move = transaction.kept(MOVE.in(message.filed()));
        if (target == NONE) {
            move.setNull(1, Types.INTEGER);
        } else {
            move.setInt(1, target);
        }
        move.setInt(2, message.channel());
        move.setLong(3, message.id());
        move.executeUpdate();
        if (message.thread() != NONE) {
            var leave = transaction.kept(LEAVE);
            leave.setInt(1, message.thread());
            leave.executeUpdate();
        }
        if (target != NONE) {
            var enter = transaction.kept(ENTER);
            enter.setLong(1, message.id());
            enter.setInt(2, target);
            enter.executeUpdate();
        }
    }
}
