package chat.waddle.message;

import chat.waddle.sqlite.Session;
import java.sql.SQLException;
import java.util.Arrays;

/// The public ids behind the small numbers of members; they never change once given. Thread-safe.
public final class Authors {
    private static final String SELECT = "SELECT user_id FROM members WHERE num = ?";

    private volatile long[] users = new long[64];

    /// The public id of the account behind a member's number, read from the file where it is not known yet.
    public long userOf(Session session, int member) throws SQLException {
        long[] known = users;
        if (member < known.length && known[member] != 0) {
            return known[member];
        }
        return load(session, member);
    }

    private long load(Session session, int member) throws SQLException {
        var select = session.kept(SELECT);
        select.setInt(1, member);
        try (var row = select.executeQuery()) {
            long user = row.next() ? row.getLong(1) : 0;
            remember(member, user);
            return user;
        }
    }

    private synchronized void remember(int member, long user) {
        long[] known = users;
        if (member >= known.length) {
            known = Arrays.copyOf(known, Math.max(member + 1, known.length * 2));
        }
        known[member] = user;
        users = known;
    }

    /// After the file was opened again: a number given in a commit that was lost may be given to somebody else.
    public synchronized void clear() {
        users = new long[64];
    }
}
