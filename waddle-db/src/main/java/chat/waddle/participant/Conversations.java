package chat.waddle.participant;

import chat.waddle.community.Access;
import chat.waddle.ids.IdClock;
import chat.waddle.ids.UserId;
import chat.waddle.sqlite.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The conversations of one file that somebody takes part in. Valid only inside the callback that got it.
public final class Conversations {
    /// What happened last is the newest message, or that the conversation began, or that one joined it: so nobody
    /// learns from it of messages before their stay.
    private static final String PAGE = """
            WITH arrived AS MATERIALIZED (SELECT channel, max(id) AS id FROM arrivals GROUP BY channel),
                 mine AS (
                   SELECT p.channel AS num, c.id AS id,
                          max(c.id,
                              (p.joined_at_ms << 8) + ?1,
                              coalesce((SELECT max(m.id) FROM messages m WHERE m.channel = p.channel), c.id),
                              coalesce((SELECT a.id FROM arrived a WHERE a.channel = p.channel), c.id)) AS activity
                     FROM participants p
                     JOIN rooms r ON r.channel = p.channel AND r.type IN ('direct', 'group')
                     JOIN channels c ON c.num = p.channel AND c.deleted_at_ms IS NULL
                    WHERE p.member = ?2 AND p.status IN ('active', 'muted') AND %s)
            SELECT num, id, activity FROM mine WHERE (activity, id) < (?3, ?4)
             ORDER BY activity DESC, id DESC LIMIT ?5
            """;
    private static final String ALL = PAGE.formatted("1");
    private static final String ONE = PAGE.formatted("p.channel = ?6");

    private static final String TOGETHER = """
            SELECT DISTINCT m.user_id
              FROM participants mine
              JOIN rooms r ON r.channel = mine.channel AND r.type IN ('direct', 'group')
              JOIN participants theirs ON theirs.channel = mine.channel AND theirs.status IN ('active', 'muted')
              JOIN members m ON m.num = theirs.member
             WHERE mine.member = ? AND mine.status IN ('active', 'muted')
            """;

    private final Session session;

    public Conversations(Session session) {
        this.session = session;
    }

    /// A conversation and when something happened in it last.
    ///
    /// @param channel the small number of its channel
    /// @param id its public id
    /// @param activity the id of what happened last: its time is that of the id
    public record Active(int channel, long id, long activity) {}

    /// The conversations of one participant by newest activity, then by id, downwards.
    ///
    /// @param activity the list goes on below this activity and this id; [Long#MAX_VALUE] twice to begin
    public List<Active> page(Access reader, long activity, long id, int limit) throws SQLException {
        var select = session.kept(ALL);
        bind(select, reader, activity, id, limit);
        return read(select);
    }

    /// The one conversation.
    ///
    /// @param channel the small number of its channel
    public Optional<Active> one(Access reader, int channel) throws SQLException {
        var select = session.kept(ONE);
        bind(select, reader, Long.MAX_VALUE, Long.MAX_VALUE, 1);
        select.setInt(6, channel);
        return read(select).stream().findFirst();
    }

    private static void bind(PreparedStatement select, Access reader, long activity, long id, int limit)
            throws SQLException {
        select.setLong(1, IdClock.firstAt(0));
        select.setInt(2, reader.member());
        select.setLong(3, activity);
        select.setLong(4, id);
        select.setInt(5, limit);
    }

    private static List<Active> read(PreparedStatement select) throws SQLException {
        List<Active> page = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                page.add(new Active(row.getInt(1), row.getLong(2), row.getLong(3)));
            }
        }
        return page;
    }

    /// Which of these accounts take part in a conversation together with the one who asks.
    public Set<UserId> together(Access reader, Collection<UserId> people) throws SQLException {
        Set<UserId> together = new HashSet<>();
        var select = session.kept(TOGETHER);
        select.setInt(1, reader.member());
        try (var row = select.executeQuery()) {
            while (row.next()) {
                UserId user = new UserId(row.getLong(1));
                if (people.contains(user)) {
                    together.add(user);
                }
            }
        }
        return together;
    }
}
