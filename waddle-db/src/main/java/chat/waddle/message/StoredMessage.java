package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.ids.MessageId;
import chat.waddle.search.SearchText;
import chat.waddle.sqlite.Session;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// A message as a command that changes it needs it.
///
/// @param filed whether it stands in `messages` and the index, no longer in `arrivals`
/// @param thread the small number of its thread, or 0
record StoredMessage(
        boolean filed,
        long id,
        int channel,
        int author,
        int flags,
        String content,
        int thread,
        int editCount,
        long deletedAtMillis,
        long deletedBy) {
    private static final MessageSql SELECT =
            MessageSql.of(table -> "SELECT id, channel, author, flags, content, thread, edit_count, deleted_at_ms,"
                    + " deleted_by FROM " + table + " WHERE channel = ? AND id = ?");

    /// @return null when the channel has no such message; deleted ones are found
    static @Nullable StoredMessage find(Session session, boolean filed, Channel channel, MessageId id)
            throws SQLException {
        return find(session, filed, channel.num(), id.value());
    }

    /// The same by the channel's small number.
    static @Nullable StoredMessage find(Session session, boolean filed, int channel, long id) throws SQLException {
        var select = session.kept(SELECT.in(filed));
        select.setInt(1, channel);
        select.setLong(2, id);
        try (var row = select.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            return new StoredMessage(
                    filed,
                    row.getLong(1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getString(5),
                    row.getInt(6),
                    row.getInt(7),
                    row.getLong(8),
                    row.getLong(9));
        }
    }

    boolean isDeleted() {
        return MessageFlag.DELETED.in(flags);
    }

    /// True while a robot writes it; no index has it then.
    boolean isStreaming() {
        return MessageFlag.STREAMING.in(flags);
    }

    String prepared() {
        return SearchText.prepare(content);
    }
}
