package chat.waddle.message;

import chat.waddle.automod.AutomodRule;
import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.report.ReportApplier;
import chat.waddle.search.SearchText;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;

/// Changes the text of a message, keeps what it said before, and keeps the index in step.
public final class EditMessageApplier {
    private static final String KEEP =
            "INSERT INTO message_edits (message_id, revision, content, edited_at_ms, edited_by)"
                    + " VALUES (?, ?, ?, ?, ?)";
    private static final MessageSql UPDATE =
            MessageSql.of(table -> "UPDATE " + table + " SET content = ?, flags = ?, edit_count = edit_count + 1,"
                    + " edited_at_ms = ? WHERE channel = ? AND id = ?");

    private final MessageContext context;
    private final AutomodGate automod;
    private final MessageChange change;

    public EditMessageApplier(MessageContext context) {
        this.context = context;
        this.automod = new AutomodGate(context);
        this.change = new MessageChange(context);
    }

    public Applied<ChangeOutcome> apply(WriteSession transaction, Stamp stamp, EditMessage command)
            throws SQLException {
        return change.find(
                transaction,
                stamp,
                command.editor(),
                command.channel(),
                command.message(),
                (editor, channel, message) -> edit(transaction, stamp, command, editor, channel, message));
    }

    private Applied<ChangeOutcome> edit(
            WriteSession transaction,
            Stamp stamp,
            EditMessage command,
            Access editor,
            Channel channel,
            StoredMessage message)
            throws SQLException {
        if (message.isDeleted()) {
            return MessageChange.refused(MessageRefusal.NO_SUCH_MESSAGE);
        }
        if (editor.inTimeout(stamp.timeMillis())) {
            return MessageChange.refused(MessageRefusal.IN_TIMEOUT);
        }
        boolean own = message.author() == editor.member();
        Permission needed = message.thread() == 0 ? Permission.SEND_MESSAGES : Permission.SEND_IN_THREADS;
        if (!own || !channel.permits(editor, needed, stamp.timeMillis())) {
            return MessageChange.refused(MessageRefusal.NOT_ALLOWED);
        }
        if (channel.isArchived()) {
            return MessageChange.refused(MessageRefusal.CHANNEL_ARCHIVED);
        }
        if (message.isStreaming()) {
            return MessageChange.refused(MessageRefusal.STILL_STREAMING);
        }
        if (message.content().equals(command.content()) && !command.content().isEmpty()) {
            return Applied.unchanged(new ChangeOutcome.Done(change.encoded(transaction, message)));
        }
        AutomodRule broken = command.flag() != null
                ? null
                : automod.brokenBy(transaction, stamp, editor, channel, command.content());
        if (broken != null && AutomodGate.refuses(broken)) {
            ChangeOutcome blocked = new ChangeOutcome.Refused(MessageRefusal.BLOCKED_BY_RULE);
            return automod.refused(transaction, stamp, editor, broken, blocked);
        }
        Mentions mentions = MentionRows.called(transaction, editor, channel, command.content(), stamp.timeMillis());
        write(transaction, stamp, command, message, mentions);
        Applied<ChangeOutcome> edited = indexed(transaction, message, SearchText.prepare(command.content()));
        String flag = AutomodGate.flagOf(command.flag(), broken);
        if (flag == null) {
            return edited;
        }
        ReportApplier.flag(transaction, stamp, channel, message.author(), message.id(), flag);
        return edited.recordedAs(command.flagged(flag));
    }

    private static void write(
            WriteSession transaction, Stamp stamp, EditMessage command, StoredMessage message, Mentions mentions)
            throws SQLException {
        MentionRows.replace(transaction, message, mentions);
        var keep = transaction.kept(KEEP);
        keep.setLong(1, message.id());
        keep.setInt(2, message.editCount() + 1);
        keep.setString(3, message.content());
        keep.setLong(4, stamp.timeMillis());
        keep.setLong(5, stamp.actor());
        keep.executeUpdate();
        var update = transaction.kept(UPDATE.in(message.filed()));
        update.setString(1, command.content());
        update.setInt(2, flags(message, command.content(), mentions));
        update.setLong(3, stamp.timeMillis());
        update.setInt(4, message.channel());
        update.setLong(5, message.id());
        update.executeUpdate();
    }

    private static int flags(StoredMessage message, String content, Mentions mentions) {
        int flags = message.flags() & ~(MessageFlag.HAS_LINK.mask() | MessageFlag.HAS_MENTION.mask());
        flags |= MessageFlag.EDITED.mask();
        flags |= mentions.isEmpty() ? 0 : MessageFlag.HAS_MENTION.mask();
        return MessageText.hasLink(content) ? flags | MessageFlag.HAS_LINK.mask() : flags;
    }

    private Applied<ChangeOutcome> indexed(WriteSession transaction, StoredMessage message, String prepared)
            throws SQLException {
        if (message.filed()) {
            context.index().delete(transaction, message.channel(), message.id(), message.prepared());
            context.index().insert(transaction, message.channel(), message.id(), prepared);
        }
        byte[] encoded = change.encoded(transaction, message);
        return MessageChange.done(message, encoded).then(() -> {
            context.recent().changed(message.channel(), message.id(), encoded);
            if (!message.filed()) {
                context.index().changedBeforeFiling(message.channel(), message.id(), prepared);
            }
        });
    }
}
