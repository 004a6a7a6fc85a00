package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.RecordedTexts;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Removes messages for good, with everything that hangs on them.
public final class EraseMessageApplier {
    private static final List<String> REMOVE_FROM_ALL_ELSE = List.of(
            "DELETE FROM message_edits WHERE message_id = ?",
            "DELETE FROM reactions WHERE message_id = ?",
            "DELETE FROM mentions WHERE message_id = ?",
            "UPDATE reports SET text = NULL, note = NULL WHERE message_id = ?",
            "DELETE FROM reaction_counts WHERE message_id = ?",
            "DELETE FROM message_streams WHERE message_id = ?",
            "DELETE FROM robot_interactions WHERE message_id = ?",
            "UPDATE robot_interactions SET response = NULL WHERE reply_id = ?",
            "DELETE FROM client_message_ids WHERE message_id = ?",
            "UPDATE message_attachments SET message_id = NULL, deleted_at_ms = 0 WHERE message_id = ?");
    private static final MessageSql REMOVE = MessageSql.of(table -> "DELETE FROM " + table + " WHERE id = ?");
    private static final String COUNT = "UPDATE threads SET message_count = message_count - 1 WHERE num = ?";
    private static final String EXPIRED = MessageSql.of(table -> "SELECT id, deleted_at_ms FROM " + table
                            + ", waddle_settings WHERE deleted_at_ms IS NOT NULL"
                            + " AND deleted_at_ms < ?1 - undo_window_seconds * 1000 AND author NOT IN"
                            + " (SELECT num FROM members WHERE user_id IN (SELECT value FROM json_each(?3)))")
                    .both()
            + " ORDER BY 2, 1 LIMIT ?2";
    private static final int CLIENT_IDS = 1000;

    private final MessageContext context;
    private final MessageChange change;

    public EraseMessageApplier(MessageContext context) {
        this.context = context;
        this.change = new MessageChange(context);
    }

    public Applied<ChangeOutcome> erase(WriteSession transaction, Stamp stamp, EraseMessage command)
            throws SQLException {
        return change.find(
                transaction,
                stamp,
                command.actor(),
                command.channel(),
                command.message(),
                (actor, channel, message) -> erase(transaction, stamp, actor, channel, message));
    }

    private Applied<ChangeOutcome> erase(
            WriteSession transaction, Stamp stamp, Access actor, Channel channel, StoredMessage message)
            throws SQLException {
        boolean moderator = channel.permits(actor, Permission.MANAGE_MESSAGES, stamp.timeMillis());
        boolean hiddenByOthers =
                message.isDeleted() && message.deletedBy() != actor.user().value();
        if (hiddenByOthers && !moderator) {
            return MessageChange.refused(MessageRefusal.NO_SUCH_MESSAGE);
        }
        if (message.author() != actor.member() && !moderator) {
            return MessageChange.refused(
                    message.isDeleted() ? MessageRefusal.NO_SUCH_MESSAGE : MessageRefusal.NOT_ALLOWED);
        }
        RecordedTexts.erase(transaction, List.of(message.id()));
        return MessageChange.gone(message).then(erase(transaction, message));
    }

    /// Removes a message whoever asks; what was recorded of it is the caller's.
    ///
    /// @return what to do in memory after the commit
    Runnable erase(WriteSession transaction, StoredMessage message) throws SQLException {
        if (!message.isDeleted()) {
            if (message.filed() && !message.isStreaming()) {
                context.index().delete(transaction, message.channel(), message.id(), message.prepared());
            }
            context.counter().add(-1);
            if (message.thread() != 0) {
                var count = transaction.kept(COUNT);
                count.setInt(1, message.thread());
                count.executeUpdate();
            }
        }
        PinApplier.remove(transaction, message);
        remove(transaction, message.id(), message.filed());
        return () -> {
            context.recent().removed(message.channel(), message.id());
            if (!message.filed()) {
                context.index().changedBeforeFiling(message.channel(), message.id(), null);
            }
        };
    }

    public Applied<EraseExpired.Erased> eraseExpired(WriteSession transaction, Stamp stamp, EraseExpired command)
            throws SQLException {
        List<Long> expired = new ArrayList<>();
        var select = transaction.kept(EXPIRED);
        select.setLong(1, stamp.timeMillis());
        select.setInt(2, command.limit());
        select.setString(3, command.held() == null ? "[]" : command.held().toString());
        try (var row = select.executeQuery()) {
            while (row.next()) {
                expired.add(row.getLong(1));
            }
        }
        if (!expired.isEmpty()) {
            RecordedTexts.erase(transaction, expired);
        }
        for (long id : expired) {
            remove(transaction, id, context.index().isFiled(id));
        }
        int forgotten = ClientMessageIds.prune(transaction, stamp.timeMillis(), CLIENT_IDS);
        EraseExpired.Erased result = new EraseExpired.Erased(expired.size());
        return expired.isEmpty() && forgotten == 0 ? Applied.unchanged(result) : Applied.changed(result, 0, 0);
    }

    private static void remove(WriteSession transaction, long id, boolean filed) throws SQLException {
        for (String sql : REMOVE_FROM_ALL_ELSE) {
            remove(transaction, sql, id);
        }
        remove(transaction, REMOVE.in(filed), id);
    }

    private static void remove(WriteSession transaction, String sql, long id) throws SQLException {
        var remove = transaction.kept(sql);
        remove.setLong(1, id);
        remove.executeUpdate();
    }
}
