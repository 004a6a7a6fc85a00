package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.MessageId;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Pins messages and takes the pins off. A message that is deleted loses its pin for good.
public final class PinApplier {
    private static final String COUNT = "SELECT count(*) FROM pins WHERE channel = ?";
    private static final String INSERT =
            "INSERT INTO pins (channel, message_id, pinned_by, pinned_at_ms) VALUES (?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM pins WHERE channel = ? AND message_id = ?";

    private final MessageContext context;
    private final MessageChange change;

    public PinApplier(MessageContext context) {
        this.context = context;
        this.change = new MessageChange(context);
    }

    public Applied<ChangeOutcome> pin(WriteSession transaction, Stamp stamp, PinMessage command) throws SQLException {
        return find(transaction, stamp, command.actor(), command.channel(), command.message(), (actor, _, message) -> {
            if (MessageFlag.PINNED.in(message.flags())) {
                return unchanged();
            }
            if (count(transaction, message.channel()) >= Pins.LIMIT) {
                return MessageChange.refused(MessageRefusal.TOO_MANY_PINS);
            }
            var insert = transaction.kept(INSERT);
            insert.setInt(1, message.channel());
            insert.setLong(2, message.id());
            insert.setInt(3, actor.member());
            insert.setLong(4, stamp.timeMillis());
            insert.executeUpdate();
            return flagged(transaction, message, message.flags() | MessageFlag.PINNED.mask());
        });
    }

    public Applied<ChangeOutcome> unpin(WriteSession transaction, Stamp stamp, UnpinMessage command)
            throws SQLException {
        return find(transaction, stamp, command.actor(), command.channel(), command.message(), (_, _, message) -> {
            if (!MessageFlag.PINNED.in(message.flags())) {
                return unchanged();
            }
            remove(transaction, message);
            return flagged(transaction, message, message.flags() & ~MessageFlag.PINNED.mask());
        });
    }

    /// Takes the pin of a message off, if it has one.
    static void remove(WriteSession transaction, StoredMessage message) throws SQLException {
        if (!MessageFlag.PINNED.in(message.flags())) {
            return;
        }
        var delete = transaction.kept(DELETE);
        delete.setInt(1, message.channel());
        delete.setLong(2, message.id());
        delete.executeUpdate();
    }

    private Applied<ChangeOutcome> find(
            WriteSession transaction,
            Stamp stamp,
            UserId user,
            ChannelId channelId,
            MessageId id,
            MessageChange.Step step)
            throws SQLException {
        return change.find(transaction, stamp, user, channelId, id, (actor, channel, message) -> {
            MessageRefusal refusal = refusal(stamp, actor, channel, message);
            return refusal == null ? step.apply(actor, channel, message) : MessageChange.refused(refusal);
        });
    }

    private static @Nullable MessageRefusal refusal(Stamp stamp, Access actor, Channel channel, StoredMessage message) {
        if (message.isDeleted()) {
            return MessageRefusal.NO_SUCH_MESSAGE;
        }
        if (actor.inTimeout(stamp.timeMillis())) {
            return MessageRefusal.IN_TIMEOUT;
        }
        if (!channel.permits(actor, Permission.PIN_MESSAGES, stamp.timeMillis())) {
            return MessageRefusal.NOT_ALLOWED;
        }
        return channel.isArchived() ? MessageRefusal.CHANNEL_ARCHIVED : null;
    }

    /// There was nothing to do. Nobody is shown the message for it.
    private static Applied<ChangeOutcome> unchanged() {
        return Applied.unchanged(new ChangeOutcome.Done(new byte[0]));
    }

    private static long count(WriteSession transaction, int channel) throws SQLException {
        var count = transaction.kept(COUNT);
        count.setInt(1, channel);
        try (var row = count.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Applied<ChangeOutcome> flagged(WriteSession transaction, StoredMessage message, int flags)
            throws SQLException {
        change.flag(transaction, message, flags);
        byte[] encoded = change.encoded(transaction, message);
        return MessageChange.done(message, encoded)
                .then(() -> context.recent().changed(message.channel(), message.id(), encoded));
    }
}
