package chat.waddle.message;

import chat.waddle.sqlite.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What one member has written, in all channels. Valid only inside the callback that got it.
public final class AuthorMessages {
    private static final String CONDITION = " WHERE author = ?1 AND id > ?2 AND (flags & 2) = 0";
    private static final String AFTER = MessageSql.of(table -> "SELECT id, channel FROM " + table + CONDITION)
                    .both()
            + " ORDER BY 1 LIMIT ?3";
    private static final String COUNT = "SELECT channel, count(*) FROM ("
            + MessageSql.of(table -> "SELECT channel FROM " + table + CONDITION).both() + ") GROUP BY channel";

    private final Session session;

    public AuthorMessages(Session session) {
        this.session = session;
    }

    /// Where a message stands.
    ///
    /// @param channel the channel's small number
    public record Place(long id, int channel) {}

    /// @param channel the channel's small number
    public record Count(int channel, int messages) {}

    /// The messages of a member with greater ids than this one, oldest first; none that is deleted.
    ///
    /// @param author the member's small number
    public List<Place> after(int author, long id, int limit) throws SQLException {
        PreparedStatement select = session.kept(AFTER);
        select.setInt(1, author);
        select.setLong(2, id);
        select.setInt(3, limit);
        List<Place> places = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                places.add(new Place(row.getLong(1), row.getInt(2)));
            }
        }
        return places;
    }

    /// How many there are with greater ids than this one, for each channel that has some.
    ///
    /// @param author the member's small number
    public List<Count> countAfter(int author, long id) throws SQLException {
        PreparedStatement select = session.kept(COUNT);
        select.setInt(1, author);
        select.setLong(2, id);
        List<Count> counts = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                counts.add(new Count(row.getInt(1), row.getInt(2)));
            }
        }
        return counts;
    }
}
