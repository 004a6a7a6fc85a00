package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import java.util.Objects;

/// The frame of every command that changes one message: find who asks, the channel and the message, then go on.
final class MessageChange {
    private static final MessageSql ONE = MessageSql.of(
            table -> "SELECT " + MessageRows.COLUMNS + " FROM " + table + " m WHERE m.channel = ? AND m.id = ?");
    private static final MessageSql FLAG =
            MessageSql.of(table -> "UPDATE " + table + " SET flags = ? WHERE channel = ? AND id = ?");
    private static final byte[] GONE = new byte[0];

    private final MessageContext context;

    MessageChange(MessageContext context) {
        this.context = context;
    }

    /// What to do with the message that was found.
    @FunctionalInterface
    interface Step {
        Applied<ChangeOutcome> apply(Access actor, Channel channel, StoredMessage message) throws SQLException;
    }

    Applied<ChangeOutcome> find(
            WriteSession transaction, Stamp stamp, UserId user, ChannelId channelId, MessageId id, Step step)
            throws SQLException {
        Access actor = context.view().access(transaction, user);
        if (actor == null) {
            return refused(MessageRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(channelId);
        if (channel == null || !channel.visibleTo(actor, stamp.timeMillis())) {
            return refused(MessageRefusal.NO_SUCH_CHANNEL);
        }
        if (id.value() < channel.historyFrom(actor)) {
            return refused(MessageRefusal.NO_SUCH_MESSAGE);
        }
        boolean filed = context.index().isFiled(id.value());
        StoredMessage message = StoredMessage.find(transaction, filed, channel, id);
        if (message == null) {
            return refused(MessageRefusal.NO_SUCH_MESSAGE);
        }
        return step.apply(actor, channel, message);
    }

    static Applied<ChangeOutcome> refused(MessageRefusal why) {
        return Applied.unchanged(new ChangeOutcome.Refused(why));
    }

    static Applied<ChangeOutcome> done(StoredMessage message, byte[] encoded) {
        return Applied.changed(new ChangeOutcome.Done(encoded), message.channel(), message.id());
    }

    static Applied<ChangeOutcome> gone(StoredMessage message) {
        return done(message, GONE);
    }

    void flag(WriteSession transaction, StoredMessage message, int flags) throws SQLException {
        var flag = transaction.kept(FLAG.in(message.filed()));
        flag.setInt(1, flags);
        flag.setInt(2, message.channel());
        flag.setLong(3, message.id());
        flag.executeUpdate();
    }

    /// The message as clients get it, the open transaction included.
    byte[] encoded(WriteSession transaction, StoredMessage message) throws SQLException {
        var select = transaction.kept(ONE.in(message.filed()));
        select.setInt(1, message.channel());
        select.setLong(2, message.id());
        MessageRows rows = new MessageRows(
                transaction, context.authors(), context.view().channels(transaction), context.encoder());
        return Objects.requireNonNull(rows.one(select)).bytes();
    }
}
