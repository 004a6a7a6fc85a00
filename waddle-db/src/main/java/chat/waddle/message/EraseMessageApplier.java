package chat.waddle.message;

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
    private static final List<String> REMOVE = List.of(
            "DELETE FROM message_edits WHERE message_id = ?",
            "DELETE FROM reactions WHERE message_id = ?",
            "DELETE FROM client_message_ids WHERE message_id = ?",
            "UPDATE message_attachments SET message_id = NULL, deleted_at_ms = 0 WHERE message_id = ?",
            "DELETE FROM messages WHERE id = ?");
    private static final String COUNT = "UPDATE threads SET message_count = message_count - 1 WHERE num = ?";
    private static final String EXPIRED = "SELECT id FROM messages, waddle_settings"
            + " WHERE deleted_at_ms IS NOT NULL AND deleted_at_ms < ? - undo_window_seconds * 1000"
            + " ORDER BY deleted_at_ms LIMIT ?";
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
                (actor, channel, message) -> erase(transaction, stamp, actor, message));
    }

    private Applied<ChangeOutcome> erase(WriteSession transaction, Stamp stamp, Access actor, StoredMessage message)
            throws SQLException {
        boolean moderator = actor.may(Permission.MANAGE_MESSAGES, stamp.timeMillis());
        boolean hiddenByOthers =
                message.isDeleted() && message.deletedBy() != actor.user().value();
        if (hiddenByOthers && !moderator) {
            return MessageChange.refused(MessageRefusal.NO_SUCH_MESSAGE);
        }
        if (message.author() != actor.member() && !moderator) {
            return MessageChange.refused(
                    message.isDeleted() ? MessageRefusal.NO_SUCH_MESSAGE : MessageRefusal.NOT_ALLOWED);
        }
        boolean inIndex = context.index().contains(message.id());
        if (!message.isDeleted()) {
            if (inIndex) {
                context.index().delete(transaction, message.channel(), message.id(), message.prepared());
            }
            context.counter().add(-1);
            if (message.thread() != 0) {
                var count = transaction.kept(COUNT);
                count.setInt(1, message.thread());
                count.executeUpdate();
            }
        }
        RecordedTexts.erase(transaction, List.of(message.id()));
        remove(transaction, message.id());
        return MessageChange.gone(message).then(() -> {
            context.recent().removed(message.channel(), message.id());
            if (!inIndex) {
                context.index().changedBeforeIndexing(message.channel(), message.id(), null);
            }
        });
    }

    public Applied<EraseExpired.Erased> eraseExpired(WriteSession transaction, Stamp stamp, EraseExpired command)
            throws SQLException {
        List<Long> expired = new ArrayList<>();
        var select = transaction.kept(EXPIRED);
        select.setLong(1, stamp.timeMillis());
        select.setInt(2, command.limit());
        try (var row = select.executeQuery()) {
            while (row.next()) {
                expired.add(row.getLong(1));
            }
        }
        if (!expired.isEmpty()) {
            RecordedTexts.erase(transaction, expired);
        }
        for (long id : expired) {
            remove(transaction, id);
        }
        int forgotten = ClientMessageIds.prune(transaction, stamp.timeMillis(), CLIENT_IDS);
        EraseExpired.Erased result = new EraseExpired.Erased(expired.size());
        return expired.isEmpty() && forgotten == 0 ? Applied.unchanged(result) : Applied.changed(result, 0, 0);
    }

    private static void remove(WriteSession transaction, long id) throws SQLException {
        for (String sql : REMOVE) {
            var remove = transaction.kept(sql);
            remove.setLong(1, id);
            remove.executeUpdate();
        }
    }
}
