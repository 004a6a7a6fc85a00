package chat.waddle.message;

import chat.waddle.automod.AutomodRule;
import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.RobotId;
import chat.waddle.ids.RobotInteractionId;
import chat.waddle.report.ReportApplier;
import chat.waddle.search.SearchText;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rows of messages that robots write piece by piece: no index has them before their end. Owned by the writer.
public final class MessageStreams {
    private static final String INSERT =
            "INSERT INTO message_streams (message_id, robot, interaction, active_at_ms) VALUES (?, ?, ?, ?)";
    private static final String FIND = "SELECT robot, interaction, sequence, length_before, active_at_ms"
            + " FROM message_streams WHERE message_id = ?";
    private static final String COUNT = "SELECT count(*) FROM message_streams";
    private static final String OF_INTERACTION = "SELECT count(*) FROM message_streams WHERE interaction = ?";
    private static final String MOVE =
            "UPDATE message_streams SET sequence = ?, length_before = ?, active_at_ms = ? WHERE message_id = ?";
    private static final String DELETE = "DELETE FROM message_streams WHERE message_id = ?";
    private static final String SILENT =
            "SELECT message_id FROM message_streams WHERE active_at_ms <= ? ORDER BY active_at_ms LIMIT ?";
    private static final MessageSql CHANNEL = MessageSql.of(table -> "SELECT channel FROM " + table + " WHERE id = ?");
    private static final MessageSql STATUS = MessageSql.of(
            table -> "SELECT delivery_status FROM " + table + " WHERE channel = ? AND id = ? AND (flags & 2) = 0");
    private static final MessageSql ROBOT = MessageSql.of(
            table -> "SELECT robot_id FROM " + table + " WHERE channel = ? AND id = ? AND (flags & 2) = 0");
    private static final MessageSql WRITE =
            MessageSql.of(table -> "UPDATE " + table + " SET content = ? WHERE channel = ? AND id = ?");
    private static final MessageSql END = MessageSql.of(table ->
            "UPDATE " + table + " SET content = ?, flags = ?, delivery_status = ? WHERE channel = ? AND id = ?");

    private final MessageContext context;
    private final MessageChange change;
    private final AutomodGate automod;

    public MessageStreams(MessageContext context) {
        this.context = context;
        this.change = new MessageChange(context);
        this.automod = new AutomodGate(context);
    }

    /// A message in the open transaction.
    ///
    /// @param encoded as clients get it
    /// @param afterCommit what to do in memory after the commit
    public record Written(byte[] encoded, Runnable afterCommit) {}

    /// Remembers that a message is being written.
    static void begin(
            WriteSession transaction,
            Stamp stamp,
            MessageId message,
            RobotId robot,
            @Nullable RobotInteractionId interaction)
            throws SQLException {
        var insert = transaction.kept(INSERT);
        insert.setLong(1, message.value());
        insert.setLong(2, robot.value());
        if (interaction == null) {
            insert.setNull(3, Types.INTEGER);
        } else {
            insert.setLong(3, interaction.value());
        }
        insert.setLong(4, stamp.timeMillis());
        insert.executeUpdate();
    }

    public boolean isFull(WriteSession transaction) throws SQLException {
        return transaction.number(COUNT) >= OpenStream.LIMIT;
    }

    /// True while a message is being written that is to answer this question.
    public boolean answers(WriteSession transaction, RobotInteractionId interaction) throws SQLException {
        var select = transaction.kept(OF_INTERACTION);
        select.setLong(1, interaction.value());
        try (var row = select.executeQuery()) {
            return row.next() && row.getInt(1) > 0;
        }
    }

    /// A message that is being written, or null.
    public @Nullable OpenStream find(WriteSession transaction, Channel channel, MessageId id) throws SQLException {
        StoredMessage message = stored(transaction, channel, id);
        if (message == null || message.isDeleted()) {
            return null;
        }
        var select = transaction.kept(FIND);
        select.setLong(1, id.value());
        try (var row = select.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            RobotId robot = new RobotId(row.getLong(1));
            long asked = row.getLong(2);
            RobotInteractionId interaction = row.wasNull() ? null : new RobotInteractionId(asked);
            String text = message.content();
            // an erased piece leaves a shorter text when commands are replayed
            String last = text.substring(Math.min(row.getInt(4), text.length()));
            return new OpenStream(id, robot, interaction, row.getInt(3), text, last, row.getLong(5));
        }
    }

    private @Nullable StoredMessage stored(WriteSession transaction, Channel channel, MessageId id)
            throws SQLException {
        return StoredMessage.find(transaction, context.index().isFiled(id.value()), channel, id);
    }

    /// The robot that says a message that is there; null where none does.
    public @Nullable RobotId robot(WriteSession transaction, Channel channel, MessageId id) throws SQLException {
        var select = transaction.kept(ROBOT.in(context.index().isFiled(id.value())));
        select.setInt(1, channel.num());
        select.setLong(2, id.value());
        try (var row = select.executeQuery()) {
            String robot = row.next() ? row.getString(1) : null;
            return robot == null ? null : new RobotId(Long.parseLong(robot));
        }
    }

    /// How a message stands that is there; null for none.
    public @Nullable DeliveryStatus status(WriteSession transaction, Channel channel, MessageId id)
            throws SQLException {
        var select = transaction.kept(STATUS.in(context.index().isFiled(id.value())));
        select.setInt(1, channel.num());
        select.setLong(2, id.value());
        try (var row = select.executeQuery()) {
            return row.next() ? DeliveryStatus.of(row.getInt(1)) : null;
        }
    }

    /// The message as clients get it.
    public byte[] encoded(WriteSession transaction, Channel channel, MessageId id) throws SQLException {
        return change.encoded(transaction, Objects.requireNonNull(stored(transaction, channel, id)));
    }

    /// True where an automatic rule does not let the text pass as far as its words are complete.
    public boolean isBlocked(WriteSession transaction, Stamp stamp, Access author, Channel channel, String text) {
        return AutomodGate.refuses(automod.brokenBy(transaction, stamp, author, channel, completeWords(text)));
    }

    /// Without a last word that may go on.
    private static String completeWords(String text) {
        int end = text.length();
        while (end > 0 && SearchText.mayGoOn(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(0, end);
    }

    public Written append(WriteSession transaction, Stamp stamp, Channel channel, OpenStream stream, String piece)
            throws SQLException {
        StoredMessage message = Objects.requireNonNull(stored(transaction, channel, stream.message()));
        var write = transaction.kept(WRITE.in(message.filed()));
        write.setString(1, stream.text() + piece);
        write.setInt(2, message.channel());
        write.setLong(3, message.id());
        write.executeUpdate();
        var move = transaction.kept(MOVE);
        move.setInt(1, stream.sequence() + 1);
        move.setInt(2, stream.text().length());
        move.setLong(3, stamp.timeMillis());
        move.setLong(4, message.id());
        move.executeUpdate();
        byte[] encoded = change.encoded(transaction, message);
        return new Written(encoded, () -> context.recent().changed(message.channel(), message.id(), encoded));
    }

    /// What ending a message came to.
    ///
    /// @param flag why moderators are asked to look at it, or null
    /// @param blocked whether an automatic rule did not let it pass
    public record Ended(Written written, @Nullable String flag, boolean blocked) {}

    /// Ends a message as delivered, with whom it calls; or as failed where an automatic rule does not let it pass, then
    /// without its last word.
    ///
    /// @param flag what was decided before, where a journal is applied again
    /// @param blocked the same
    public Ended deliver(
            WriteSession transaction,
            Stamp stamp,
            Access author,
            Channel channel,
            OpenStream stream,
            @Nullable String flag,
            boolean blocked)
            throws SQLException {
        StoredMessage message = Objects.requireNonNull(stored(transaction, channel, stream.message()));
        AutomodRule broken =
                flag != null || blocked ? null : automod.brokenBy(transaction, stamp, author, channel, stream.text());
        if (blocked || AutomodGate.refuses(broken)) {
            Written cut = end(transaction, message, completeWords(stream.text()), 0, DeliveryStatus.FAILED);
            return new Ended(cut, null, true);
        }
        Mentions mentions = MentionRows.called(transaction, author, channel, stream.text(), stamp.timeMillis());
        MentionRows.insert(transaction, mentions, message.channel(), message.id(), message.author());
        String reason = AutomodGate.flagOf(flag, broken);
        if (reason != null) {
            ReportApplier.flag(transaction, stamp, channel, message.author(), message.id(), reason);
        }
        int flags = PostMessageApplier.flags(stream.text(), mentions);
        Written written = end(transaction, message, stream.text(), flags, DeliveryStatus.DELIVERED);
        return new Ended(written, reason, false);
    }

    public Written fail(WriteSession transaction, Channel channel, OpenStream stream) throws SQLException {
        StoredMessage message = Objects.requireNonNull(stored(transaction, channel, stream.message()));
        return fail(transaction, message);
    }

    /// A last word that no rule has seen whole is left out.
    private Written fail(WriteSession transaction, StoredMessage message) throws SQLException {
        String text = completeWords(message.content());
        int flags = PostMessageApplier.flags(text, Mentions.NONE);
        return end(transaction, message, text, flags, DeliveryStatus.FAILED);
    }

    private Written end(WriteSession transaction, StoredMessage message, String text, int more, DeliveryStatus status)
            throws SQLException {
        var end = transaction.kept(END.in(message.filed()));
        end.setString(1, text);
        end.setInt(2, (message.flags() & ~MessageFlag.STREAMING.mask()) | more);
        end.setInt(3, status.number());
        end.setInt(4, message.channel());
        end.setLong(5, message.id());
        end.executeUpdate();
        forget(transaction, message.id());
        String prepared = SearchText.prepare(text);
        if (message.filed()) {
            context.index().insert(transaction, message.channel(), message.id(), prepared);
        }
        byte[] encoded = change.encoded(transaction, message);
        return new Written(encoded, () -> {
            context.recent().changed(message.channel(), message.id(), encoded);
            if (!message.filed()) {
                context.index().changedBeforeFiling(message.channel(), message.id(), prepared);
            }
        });
    }

    private static void forget(WriteSession transaction, long message) throws SQLException {
        var delete = transaction.kept(DELETE);
        delete.setLong(1, message);
        delete.executeUpdate();
    }

    /// Writes down that a message that is being hidden will not be finished.
    ///
    /// @return its flags from then on
    static int cut(WriteSession transaction, StoredMessage message) throws SQLException {
        if (!message.isStreaming()) {
            return message.flags();
        }
        int flags = message.flags() & ~MessageFlag.STREAMING.mask();
        var end = transaction.kept(END.in(message.filed()));
        end.setString(1, message.content());
        end.setInt(2, flags);
        end.setInt(3, DeliveryStatus.FAILED.number());
        end.setInt(4, message.channel());
        end.setLong(5, message.id());
        end.executeUpdate();
        forget(transaction, message.id());
        return flags;
    }

    /// Ends as failed what was left alone, the longest silent first.
    ///
    /// @return what to do in memory after the commit, one for each
    public List<Runnable> failSilent(WriteSession transaction, Stamp stamp, int limit) throws SQLException {
        List<Long> silent = new ArrayList<>();
        var select = transaction.kept(SILENT);
        select.setLong(1, stamp.timeMillis() - OpenStream.SILENCE.toMillis());
        select.setInt(2, limit);
        try (var row = select.executeQuery()) {
            while (row.next()) {
                silent.add(row.getLong(1));
            }
        }
        List<Runnable> afterwards = new ArrayList<>();
        for (long id : silent) {
            Channel channel = channelOf(transaction, id);
            StoredMessage message = channel == null ? null : stored(transaction, channel, new MessageId(id));
            if (message == null || message.isDeleted()) {
                forget(transaction, id);
                afterwards.add(() -> {});
            } else {
                afterwards.add(fail(transaction, message).afterCommit());
            }
        }
        return afterwards;
    }

    private @Nullable Channel channelOf(WriteSession transaction, long message) throws SQLException {
        var select = transaction.kept(CHANNEL.in(context.index().isFiled(message)));
        select.setLong(1, message);
        try (var row = select.executeQuery()) {
            return row.next() ? context.view().channels(transaction).byNum(row.getInt(1)) : null;
        }
    }
}
