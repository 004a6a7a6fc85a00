package chat.waddle.message;

import chat.waddle.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// How many members have reacted to a message with one emoji.
///
/// @param ordinal its place among the message's emoji, in the order they were first used
public record ReactionCount(int ordinal, String emoji, int members) {
    private static final String OF_MESSAGE =
            "SELECT ordinal, emoji, members FROM reaction_counts WHERE message_id = ? ORDER BY ordinal";

    /// The emoji of a message, the first used first; at most [Reactions#EMOJI_LIMIT].
    static List<ReactionCount> of(Session session, long message) throws SQLException {
        var select = session.kept(OF_MESSAGE);
        select.setLong(1, message);
        List<ReactionCount> counts = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                counts.add(new ReactionCount(row.getInt(1), row.getString(2), row.getInt(3)));
            }
        }
        return counts;
    }
}
