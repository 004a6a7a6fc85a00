package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelList;
import chat.waddle.sqlite.Session;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads messages row by row into encoded bytes. One for each connection; not thread-safe.
public final class MessageRows {
    /// The columns every statement of messages selects, in this order, from `messages m`.
    public static final String COLUMNS = "m.id, m.author, m.flags, m.content, m.content_type, m.thread, m.reply_to,"
            + " m.edit_count, m.edited_at_ms, m.deleted_at_ms, m.metadata, m.channel";

    private static final String THREAD = "SELECT id FROM threads WHERE num = ?";
    private static final int RARE =
            MessageFlag.EDITED.mask() | MessageFlag.DELETED.mask() | MessageFlag.HAS_METADATA.mask();

    private final Session session;
    private final Authors authors;
    private final ChannelList channels;
    private final MessageEncoder encoder;
    private final MessageRow message = new MessageRow();
    private final ByteSink sink = new ByteSink(1024);

    public MessageRows(Session session, Authors authors, ChannelList channels, MessageEncoder encoder) {
        this.session = session;
        this.authors = authors;
        this.channels = channels;
        this.encoder = encoder;
    }

    /// One message and its id.
    public record Encoded(long id, int channel, byte[] bytes) {}

    /// Every row of a query, in the query's order.
    public List<Encoded> all(PreparedStatement query) throws SQLException {
        List<Encoded> rows = new ArrayList<>(64);
        each(query, rows::add);
        return rows;
    }

    /// Hands over row by row; while it does, [#last()] is the message of that row.
    public void each(PreparedStatement query, Consumer<Encoded> consumer) throws SQLException {
        try (var row = query.executeQuery()) {
            while (row.next()) {
                consumer.accept(encode(row));
            }
        }
    }

    public @Nullable Encoded one(PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            return row.next() ? encode(row) : null;
        }
    }

    private Encoded encode(ResultSet row) throws SQLException {
        int channel = fill(row);
        sink.clear();
        encoder.encode(message, sink);
        return new Encoded(message.id, channel, sink.copy());
    }

    /// The message read last, for whoever needs more than its bytes.
    public MessageRow last() {
        return message;
    }

    private int fill(ResultSet row) throws SQLException {
        message.id = row.getLong(1);
        message.authorId = authors.userOf(session, row.getInt(2));
        message.flags = row.getInt(3);
        message.content = row.getBytes(4);
        message.contentType = row.getInt(5);
        int thread = row.getInt(6);
        message.hasThread = thread != 0;
        message.threadId = thread == 0 ? 0 : threadId(thread);
        message.replyToId = row.getLong(7);
        message.hasReply = message.replyToId != 0 || !row.wasNull();
        if ((message.flags & RARE) != 0) {
            message.editCount = row.getInt(8);
            message.editedAtMillis = row.getLong(9);
            message.deletedAtMillis = row.getLong(10);
            message.metadata = row.getString(11);
        } else {
            message.editCount = 0;
        }
        int channel = row.getInt(12);
        Channel known = channels.byNum(channel);
        message.channelId = known == null ? 0 : known.id().value();
        return channel;
    }

    private long threadId(int thread) throws SQLException {
        var select = session.kept(THREAD);
        select.setInt(1, thread);
        try (var row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
