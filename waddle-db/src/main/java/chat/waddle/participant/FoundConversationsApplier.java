package chat.waddle.participant;

import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;

/// Writes what every file of conversations begins with.
public final class FoundConversationsApplier {
    private static final String FOUNDED = "SELECT count(*) FROM waddle_settings";
    private static final String ROLE = "INSERT INTO roles (id, name, permissions, position, is_mentionable, preset)"
            + " VALUES (?, 'member', 0, 0, 0, 'member')";
    private static final String NOBODY =
            "INSERT INTO members (num, user_id, state, joined_at_ms) VALUES (1, 0, 'imported', ?)";
    private static final String SETTINGS =
            "INSERT INTO waddle_settings (one, owner, members_seq, kind) VALUES (1, 1, ?, 'conversation')";

    private FoundConversationsApplier() {}

    public static Applied<FoundConversations.Founded> apply(
            WriteSession transaction, Stamp stamp, FoundConversations command) throws SQLException {
        FoundConversations.Founded founded = new FoundConversations.Founded();
        if (transaction.number(FOUNDED) > 0) {
            return Applied.unchanged(founded);
        }
        run(transaction, ROLE, stamp.newId());
        run(transaction, NOBODY, stamp.timeMillis());
        run(transaction, SETTINGS, stamp.seq());
        return Applied.changed(founded, 0, 0);
    }

    private static void run(WriteSession transaction, String sql, long value) throws SQLException {
        var statement = transaction.kept(sql);
        statement.setLong(1, value);
        statement.executeUpdate();
    }
}
