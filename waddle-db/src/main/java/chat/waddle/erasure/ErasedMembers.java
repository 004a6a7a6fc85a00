package chat.waddle.erasure;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.Session;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a file still knows of accounts that are to be erased. Valid only inside the callback that got it.
public final class ErasedMembers {
    private static final String KNOWN = "SELECT EXISTS (SELECT 1 FROM members WHERE user_id = ?1)"
            + " OR EXISTS (SELECT 1 FROM bans WHERE user_id = ?1)"
            + " OR EXISTS (SELECT 1 FROM reports WHERE reporter = ?1)";
    private static final String DONE = "SELECT mode, is_finished FROM erased_members WHERE user_id = ?";

    private final Session session;

    public ErasedMembers(Session session) {
        this.session = session;
    }

    /// Whether the file has anything of an account, erased or not.
    public boolean knows(UserId user) throws SQLException {
        var select = session.kept(KNOWN);
        select.setLong(1, user.value());
        try (var row = select.executeQuery()) {
            return row.next() && row.getInt(1) != 0;
        }
    }

    /// Those of some accounts that this file has not erased as far as it should.
    public Map<UserId, ErasureMode> left(Map<UserId, ErasureMode> erased) throws SQLException {
        Map<UserId, ErasureMode> left = new LinkedHashMap<>();
        for (Map.Entry<UserId, ErasureMode> each : erased.entrySet()) {
            if (!done(each.getKey(), each.getValue()) && knows(each.getKey())) {
                left.put(each.getKey(), each.getValue());
            }
        }
        return left;
    }

    private boolean done(UserId user, ErasureMode wanted) throws SQLException {
        var select = session.kept(DONE);
        select.setLong(1, user.value());
        try (var row = select.executeQuery()) {
            return row.next()
                    && row.getInt(2) != 0
                    && ErasureMode.ofCode(row.getString(1)).compareTo(wanted) >= 0;
        }
    }
}
