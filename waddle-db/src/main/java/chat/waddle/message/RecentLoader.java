package chat.waddle.message;

import chat.waddle.channel.ChannelList;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Fills the memory of a channel's newest messages; runs on the writer, so that no commit can slip in between.
public final class RecentLoader {
    private static final String NEWEST = MessageSql.of(table -> "SELECT " + MessageRows.COLUMNS + " FROM " + table
                            + " m WHERE m.channel = ?1 AND (m.flags & 2) = 0")
                    .both()
            + " ORDER BY 1 DESC LIMIT ?2";

    private RecentLoader() {}

    /// @return false when the channel was in memory already
    public static boolean load(
            WriteSession session,
            int channel,
            RecentMessages recent,
            Authors authors,
            ChannelList channels,
            MessageEncoder encoder)
            throws SQLException {
        if (recent.has(channel)) {
            return false;
        }
        var select = session.kept(NEWEST);
        select.setInt(1, channel);
        select.setInt(2, RecentMessages.KEPT + 1);
        MessageRows reader = new MessageRows(session, authors, channels, encoder);
        List<MessageRows.Encoded> rows = new ArrayList<>(RecentMessages.KEPT + 1);
        reader.each(select, row -> {
            rows.add(row);
            if (reader.last().is(MessageFlag.HIDDEN_FROM_GUESTS)) {
                recent.hideFromGuests(channel);
            }
        });
        boolean complete = rows.size() <= RecentMessages.KEPT;
        List<MessageRows.Encoded> kept = (complete ? rows : rows.subList(0, RecentMessages.KEPT)).reversed();
        long[] ids = kept.stream().mapToLong(MessageRows.Encoded::id).toArray();
        byte[][] bytes = kept.stream().map(MessageRows.Encoded::bytes).toArray(byte[][]::new);
        recent.load(channel, ids, bytes, complete);
        return true;
    }
}
