package chat.waddle.message;

import chat.waddle.attachment.AttachmentRows;
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
    ///
    /// Each column costs time, and one that is read is a call into SQLite as well. So the small ones come as
    /// one number: author, flags, type, and whether there is a thread or a reply to be read. What only few
    /// messages have is not among them, it is looked up ([#DETAILS]).
    public static final String COLUMNS = "m.id, (m.author << 32) | (m.flags << 8) | (m.content_type << 1)"
            + " | (m.thread IS NOT NULL OR m.reply_to IS NOT NULL), m.content, m.channel, m.thread, m.reply_to";

    private static final int AUTHOR_SHIFT = 32;
    private static final int FLAGS_SHIFT = 8;
    private static final int FLAGS = (1 << (AUTHOR_SHIFT - FLAGS_SHIFT)) - 1;
    private static final int TYPE_SHIFT = 1;
    private static final int TYPES = (1 << (FLAGS_SHIFT - TYPE_SHIFT)) - 1;
    private static final int LINKED = 1;

    private static final String THREAD = "SELECT id FROM threads WHERE num = ?";
    private static final String DETAILS = MessageSql.of(table -> "SELECT edit_count, edited_at_ms, deleted_at_ms,"
                    + " metadata, robot_id, robot_response_to, delivery_status FROM " + table
                    + " WHERE channel = ?1 AND id = ?2")
            .both();
    private static final int DETAILED = MessageFlag.EDITED.mask()
            | MessageFlag.DELETED.mask()
            | MessageFlag.HAS_METADATA.mask()
            | MessageFlag.OF_ROBOT.mask();

    /// The channel of rows that are of several channels.
    private static final int ANY = 0;

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
        return all(query, ANY);
    }

    /// Every row of a query that reads one channel only.
    ///
    /// @param channel its small number
    public List<Encoded> all(PreparedStatement query, int channel) throws SQLException {
        List<Encoded> rows = new ArrayList<>(64);
        try (var row = query.executeQuery()) {
            while (row.next()) {
                rows.add(encode(row, channel));
            }
        }
        return rows;
    }

    /// Hands over row by row; while it does, [#last()] is the message of that row.
    public void each(PreparedStatement query, Consumer<Encoded> consumer) throws SQLException {
        try (var row = query.executeQuery()) {
            while (row.next()) {
                consumer.accept(encode(row, ANY));
            }
        }
    }

    public @Nullable Encoded one(PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            return row.next() ? encode(row, ANY) : null;
        }
    }

    private Encoded encode(ResultSet row, int onlyChannel) throws SQLException {
        int channel = onlyChannel == ANY ? row.getInt(4) : onlyChannel;
        fill(row, channel);
        sink.clear();
        encoder.encode(message, sink);
        return new Encoded(message.id, channel, sink.copy());
    }

    /// The message read last, for whoever needs more than its bytes.
    public MessageRow last() {
        return message;
    }

    private void fill(ResultSet row, int channel) throws SQLException {
        message.id = row.getLong(1);
        long head = row.getLong(2);
        message.authorId = authors.userOf(session, (int) (head >>> AUTHOR_SHIFT));
        message.flags = (int) (head >>> FLAGS_SHIFT) & FLAGS;
        message.contentType = (int) (head >>> TYPE_SHIFT) & TYPES;
        message.content = row.getBytes(3);
        Channel known = channels.byNum(channel);
        message.channelId = known == null ? 0 : known.id().value();
        if ((head & LINKED) == 0) {
            message.hasThread = false;
            message.hasReply = false;
        } else {
            fillLinks(row);
        }
        message.editCount = 0;
        if ((message.flags & DETAILED) != 0) {
            fillDetails(channel);
        }
        if (message.is(MessageFlag.HAS_MENTION)) {
            message.mentions = MentionRows.of(session, message.id);
        }
        if (message.is(MessageFlag.HAS_REACTION)) {
            message.reactions = ReactionCount.of(session, message.id);
        }
        if ((message.flags & MessageFlag.ATTACHED) != 0) {
            message.attachments = AttachmentRows.ofMessage(session, message.id);
        }
    }

    private void fillLinks(ResultSet row) throws SQLException {
        int thread = row.getInt(5);
        message.hasThread = thread != 0;
        message.threadId = thread == 0 ? 0 : threadId(thread);
        message.replyToId = row.getLong(6);
        message.hasReply = message.replyToId != 0 || !row.wasNull();
    }

    private void fillDetails(int channel) throws SQLException {
        var select = session.kept(DETAILS);
        select.setInt(1, channel);
        select.setLong(2, message.id);
        try (var row = select.executeQuery()) {
            if (row.next()) {
                message.editCount = row.getInt(1);
                message.editedAtMillis = row.getLong(2);
                message.deletedAtMillis = row.getLong(3);
                message.metadata = row.getString(4);
                message.robotId = row.getLong(5);
                message.robotResponseToId = row.getLong(6);
                message.deliveryStatus = row.getInt(7);
            }
        }
    }

    private long threadId(int thread) throws SQLException {
        var select = session.kept(THREAD);
        select.setInt(1, thread);
        try (var row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }
}
