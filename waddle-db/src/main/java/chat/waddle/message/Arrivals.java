package chat.waddle.message;

import chat.waddle.sqlite.Session;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The newest messages of a file, which stand apart in the order they came until they are filed with all others.
///
/// A commit then touches one page for its messages, whatever their channels, and no index (ADR 0008). All arrivals are
/// newer than all filed messages.
public final class Arrivals {
    private static final String ALL = "SELECT channel, id, flags, content FROM arrivals ORDER BY id";
    private static final String FILE = "INSERT INTO messages SELECT * FROM arrivals ORDER BY channel, id";
    private static final String FORGET = "DELETE FROM arrivals";

    private static final int UNSEARCHABLE = MessageFlag.DELETED.mask() | MessageFlag.STREAMING.mask();

    private Arrivals() {}

    /// Hears of each arrival, oldest first.
    @FunctionalInterface
    public interface Visitor {
        /// @param content null when the message is deleted, or still being written
        void arrived(int channel, long id, @Nullable String content);
    }

    public static void visit(Session session, Visitor visitor) throws SQLException {
        try (var row = session.kept(ALL).executeQuery()) {
            while (row.next()) {
                String content = (row.getInt(3) & UNSEARCHABLE) != 0 ? null : row.getString(4);
                visitor.arrived(row.getInt(1), row.getLong(2), content);
            }
        }
    }

    /// Moves all of them to where messages stay.
    public static void file(WriteSession transaction) throws SQLException {
        transaction.kept(FILE).executeUpdate();
        transaction.kept(FORGET).executeUpdate();
    }
}
