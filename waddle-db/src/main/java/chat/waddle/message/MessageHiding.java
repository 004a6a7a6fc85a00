package chat.waddle.message;

import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.sql.Types;

/// The rows behind hiding a message and showing it again, whoever may ask for it.
final class MessageHiding {
    private static final MessageSql MARK = MessageSql.of(table ->
            "UPDATE " + table + " SET flags = ?, deleted_at_ms = ?, deleted_by = ? WHERE channel = ? AND id = ?");
    private static final String COUNT = "UPDATE threads SET message_count = message_count + ? WHERE num = ?";

    private final MessageContext context;

    MessageHiding(MessageContext context) {
        this.context = context;
    }

    /// Hides a message that is not deleted; a pin is gone with it.
    ///
    /// @return what to do in memory after the commit
    Runnable hide(WriteSession transaction, Stamp stamp, StoredMessage message) throws SQLException {
        int standing = MessageStreams.cut(transaction, message);
        int flags = (standing | MessageFlag.DELETED.mask()) & ~MessageFlag.PINNED.mask();
        mark(transaction, message, flags, stamp);
        PinApplier.remove(transaction, message);
        MentionRows.hide(transaction, message, true);
        count(transaction, message, -1);
        if (message.filed() && !message.isStreaming()) {
            context.index().delete(transaction, message.channel(), message.id(), message.prepared());
        }
        return () -> {
            context.recent().removed(message.channel(), message.id());
            if (!message.filed()) {
                context.index().changedBeforeFiling(message.channel(), message.id(), null);
            }
        };
    }

    /// Shows a message that is deleted.
    ///
    /// @return what to do in memory after the commit
    Runnable show(WriteSession transaction, StoredMessage message) throws SQLException {
        unmark(transaction, message);
        MentionRows.hide(transaction, message, false);
        count(transaction, message, 1);
        if (message.filed()) {
            context.index().insert(transaction, message.channel(), message.id(), message.prepared());
        }
        return () -> {
            context.recent().forget(message.channel());
            if (!message.filed()) {
                context.index().changedBeforeFiling(message.channel(), message.id(), message.prepared());
            }
        };
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
