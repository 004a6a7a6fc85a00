package chat.waddle.community;

import chat.waddle.ids.UserId;
import chat.waddle.sqlite.Session;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// What is known in memory of who may do what; filled from the file on demand and forgotten when it changes.
///
/// The readers' copy is shared by all threads and changed only after a commit; the writer has a copy of its own that
/// already sees the open transaction. Thread-safe.
public final class Accesses {
    private static final int LIMIT = 100_000;
    private static final String SELECT = """
            SELECT m.num, m.timeout_until_ms, s.owner,
                   (SELECT permissions FROM roles WHERE preset = 'member'),
                   (SELECT group_concat(r.permissions) FROM member_roles g JOIN roles r ON r.num = g.role
                     WHERE g.member = m.num),
                   (SELECT max(r.position) FROM member_roles g JOIN roles r ON r.num = g.role WHERE g.member = m.num),
                   (SELECT group_concat(g.role) FROM member_roles g WHERE g.member = m.num), m.joined_at_ms
              FROM members m, waddle_settings s
             WHERE m.user_id = ? AND m.state = 'active'
            """;

    private final Map<Long, Access> known = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();

    /// What is in memory; null says nothing.
    public @Nullable Access known(UserId user) {
        return known.get(user.value());
    }

    /// Reads it from the file, and remembers it unless something changed meanwhile.
    ///
    /// @return null for someone who is not an active member
    public @Nullable Access load(Session session, UserId user) throws SQLException {
        Access access = known.get(user.value());
        if (access != null) {
            return access;
        }
        long before = version.get();
        access = select(session, user);
        if (access == null) {
            return null;
        }
        if (known.size() >= LIMIT) {
            known.clear();
        }
        known.put(user.value(), access);
        if (version.get() != before) {
            known.remove(user.value());
        }
        return access;
    }

    private static @Nullable Access select(Session session, UserId user) throws SQLException {
        var statement = session.kept(SELECT);
        statement.setLong(1, user.value());
        try (var row = statement.executeQuery()) {
            if (!row.next()) {
                return null;
            }
            int member = row.getInt(1);
            boolean owner = row.getInt(3) == member;
            long permissions = row.getLong(4) | union(row.getString(5));
            if (owner || (permissions & Permission.ADMINISTRATOR.mask()) != 0) {
                permissions = Permission.all();
            }
            return new Access(
                    user,
                    member,
                    permissions,
                    row.getInt(6),
                    owner,
                    row.getLong(2),
                    numbers(row.getString(7)),
                    row.getLong(8));
        }
    }

    private static List<Integer> numbers(@Nullable String roles) {
        return roles == null
                ? List.of()
                : Arrays.stream(roles.split(",", -1)).map(Integer::valueOf).toList();
    }

    private static long union(@Nullable String permissions) {
        long union = 0;
        if (permissions != null) {
            for (String set : permissions.split(",", -1)) {
                union |= Long.parseLong(set);
            }
        }
        return union;
    }

    public void forget(UserId user) {
        version.incrementAndGet();
        known.remove(user.value());
    }

    public void forgetAll() {
        version.incrementAndGet();
        known.clear();
    }
}
