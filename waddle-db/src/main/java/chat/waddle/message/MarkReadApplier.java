package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.ids.MessageId;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;

/// Moves read markers; nobody has read what is not there, and a marker goes back only on demand.
public final class MarkReadApplier {
    private static final String LAST = "SELECT last_read_id FROM read_states WHERE member = ? AND channel = ?";
    private static final String MARK = "INSERT INTO read_states (member, channel, last_read_id) VALUES (?, ?, ?)"
            + " ON CONFLICT (member, channel) DO UPDATE SET last_read_id = excluded.last_read_id";

    private final MessageContext context;

    public MarkReadApplier(MessageContext context) {
        this.context = context;
    }

    public Applied<MarkRead.Outcome> apply(WriteSession transaction, Stamp stamp, MarkRead command)
            throws SQLException {
        Access reader = context.view().access(transaction, command.actor());
        if (reader == null) {
            return refused(MessageRefusal.NOT_A_MEMBER);
        }
        Channel channel = context.view().channels(transaction).byId(command.channel());
        if (channel == null || !channel.visibleTo(reader, stamp.timeMillis())) {
            return refused(MessageRefusal.NO_SUCH_CHANNEL);
        }
        long id = command.message().value();
        boolean hidden = id < channel.historyFrom(reader);
        if (hidden
                || StoredMessage.find(transaction, context.index().isFiled(id), channel, command.message()) == null) {
            return refused(MessageRefusal.NO_SUCH_MESSAGE);
        }
        long before = last(transaction, reader, channel);
        if (id == before || (id < before && !command.allowBackwards())) {
            return Applied.unchanged(new MarkRead.Marked(new MessageId(before)));
        }
        var mark = transaction.kept(MARK);
        mark.setInt(1, reader.member());
        mark.setInt(2, channel.num());
        mark.setLong(3, id);
        mark.executeUpdate();
        return Applied.changed(new MarkRead.Marked(command.message()), channel.num(), id);
    }

    private static Applied<MarkRead.Outcome> refused(MessageRefusal why) {
        return Applied.unchanged(new MarkRead.Refused(why));
    }

    private static long last(WriteSession transaction, Access reader, Channel channel) throws SQLException {
        var select = transaction.kept(LAST);
        select.setInt(1, reader.member());
        select.setInt(2, channel.num());
        try (var row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : Long.MIN_VALUE;
        }
    }
}
