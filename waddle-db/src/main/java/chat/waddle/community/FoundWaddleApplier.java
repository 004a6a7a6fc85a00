package chat.waddle.community;

import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Applied;
import chat.waddle.sqlite.command.Stamp;
import java.sql.SQLException;

/// Writes what every waddle begins with.
public final class FoundWaddleApplier {
    /// Positions leave room below the owner for as many roles as anybody makes.
    static final int OWNER_POSITION = 1_000_000;

    private static final String FOUNDED = "SELECT count(*) FROM waddle_settings";
    private static final String ROLE =
            "INSERT INTO roles (id, name, permissions, position, is_mentionable, preset) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String MEMBER =
            "INSERT INTO members (num, user_id, state, joined_at_ms) VALUES (1, ?, 'active', ?)";
    private static final String STAY = "INSERT INTO member_stays (member, joined_at_ms) VALUES (1, ?)";
    private static final String GRANT = "INSERT INTO member_roles (member, role, granted_by, granted_at_ms)"
            + " SELECT 1, num, ?, ? FROM roles WHERE preset = 'owner'";
    private static final String SETTINGS =
            "INSERT INTO waddle_settings (one, owner, members_seq, member_count) VALUES (1, 1, ?, 1)";

    private FoundWaddleApplier() {}

    public static Applied<FoundWaddle.Founded> apply(WriteSession transaction, Stamp stamp, FoundWaddle command)
            throws SQLException {
        FoundWaddle.Founded founded = new FoundWaddle.Founded();
        if (transaction.number(FOUNDED) > 0) {
            return Applied.unchanged(founded);
        }
        role(transaction, stamp, "owner", Permission.all(), OWNER_POSITION);
        role(transaction, stamp, "admin", Permission.ADMINISTRATOR.mask(), 300);
        role(transaction, stamp, "moderator", Permission.moderatorPreset(), 200);
        role(transaction, stamp, "member", Permission.memberPreset(), 0);
        long user = command.owner().value();
        run(transaction, MEMBER, user, stamp.timeMillis());
        run(transaction, STAY, stamp.timeMillis());
        run(transaction, GRANT, user, stamp.timeMillis());
        run(transaction, SETTINGS, stamp.seq());
        return Applied.changed(founded, 0, user);
    }

    private static void role(WriteSession transaction, Stamp stamp, String preset, long permissions, int position)
            throws SQLException {
        var insert = transaction.kept(ROLE);
        insert.setLong(1, stamp.newId());
        insert.setString(2, preset);
        insert.setLong(3, permissions);
        insert.setInt(4, position);
        insert.setInt(5, preset.equals("member") ? 0 : 1);
        insert.setString(6, preset);
        insert.executeUpdate();
    }

    private static void run(WriteSession transaction, String sql, long... values) throws SQLException {
        var statement = transaction.kept(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setLong(i + 1, values[i]);
        }
        statement.executeUpdate();
    }
}
