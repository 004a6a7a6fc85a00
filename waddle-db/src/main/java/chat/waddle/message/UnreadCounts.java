package chat.waddle.message;

import chat.waddle.channel.Channel;
import chat.waddle.community.Access;
import chat.waddle.ids.IdClock;
import chat.waddle.sqlite.Session;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Counts what a member has not read, channel by channel, when somebody asks (ADR 0013).
///
/// A channel that is read to its end costs one look at the end of it; no channel costs more than [#COUNTED] messages.
/// Posting does nothing for it. Valid only inside the callback that got it, which reads one snapshot.
public final class UnreadCounts {
    /// How many messages are looked at in one channel.
    public static final int COUNTED = 1000;

    private static final String JOINED = "SELECT joined_at_ms FROM members WHERE num = ?";
    private static final String MARKERS = "SELECT channel, last_read_id FROM read_states WHERE member = ?";
    private static final String ARRIVED =
            "SELECT channel, id FROM arrivals WHERE author <> ?1 AND (flags & ?2) = 0 ORDER BY id";
    private static final String FILED = "SELECT count(*), total(author <> ?3 AND (flags & ?5) = 0)"
            + " FROM (SELECT author, flags FROM messages WHERE channel = ?1 AND id > ?2 LIMIT ?4)";
    private static final String CALLS = "SELECT message_id FROM mentions"
            + " WHERE channel = ?1 AND message_id > ?2 AND is_hidden = 0 AND author <> ?3";
    private static final String MENTIONED = "SELECT count(*) FROM ("
            + CALLS + " AND kind = 0 AND target = 0 UNION " + CALLS + " AND kind = 2 AND target = ?4 UNION " + CALLS
            + " AND kind = 1 AND target IN"
            + " (SELECT r.id FROM member_roles g JOIN roles r ON r.num = g.role WHERE g.member = ?3) LIMIT ?5)";

    private final Session session;
    private int hidden = MessageFlag.DELETED.mask();

    public UnreadCounts(Session session) {
        this.session = session;
    }

    /// The same without what is hidden from guests.
    public UnreadCounts forGuests() {
        hidden |= MessageFlag.HIDDEN_FROM_GUESTS.mask();
        return this;
    }

    /// One entry for each of these channels, in their order.
    ///
    /// @param channels those the member may see
    public List<Unread> of(Access reader, List<Channel> channels) throws SQLException {
        Map<Integer, Long> markers = markers(reader);
        long joined = IdClock.firstAt(joinedMillis(reader)) - 1;
        Map<Integer, List<Long>> arrived = arrived(reader);
        List<Unread> counts = new ArrayList<>(channels.size());
        for (Channel channel : channels) {
            Long marker = markers.get(channel.num());
            long from = channel.historyFrom(reader);
            long least = from == Long.MIN_VALUE ? from : from - 1;
            long begin = channel.isRoom() ? channel.stayFrom(reader) - 1 : joined;
            long after = Math.max(marker == null ? begin : marker, least);
            counts.add(count(reader, channel, marker, after, arrived.getOrDefault(channel.num(), List.of())));
        }
        return counts;
    }

    private Unread count(Access reader, Channel channel, @Nullable Long marker, long after, List<Long> arrived)
            throws SQLException {
        var filed = session.kept(FILED);
        filed.setInt(1, channel.num());
        filed.setLong(2, after);
        filed.setInt(3, reader.member());
        filed.setInt(4, COUNTED);
        filed.setInt(5, hidden);
        int unread;
        boolean more;
        try (var row = filed.executeQuery()) {
            row.next();
            more = row.getInt(1) == COUNTED;
            unread = row.getInt(2);
        }
        if (!more) {
            unread += (int) arrived.stream().filter(id -> id > after).count();
        }
        if (unread > COUNTED) {
            unread = COUNTED;
            more = true;
        }
        boolean none = unread == 0 && !more;
        return new Unread(channel, marker, unread, more, none ? 0 : Math.min(unread, mentions(reader, channel, after)));
    }

    private int mentions(Access reader, Channel channel, long after) throws SQLException {
        var mentioned = session.kept(MENTIONED);
        mentioned.setInt(1, channel.num());
        mentioned.setLong(2, after);
        mentioned.setInt(3, reader.member());
        mentioned.setLong(4, reader.user().value());
        mentioned.setInt(5, COUNTED);
        try (var row = mentioned.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    private Map<Integer, Long> markers(Access reader) throws SQLException {
        Map<Integer, Long> markers = new HashMap<>();
        var select = session.kept(MARKERS);
        select.setInt(1, reader.member());
        try (var row = select.executeQuery()) {
            while (row.next()) {
                markers.put(row.getInt(1), row.getLong(2));
            }
        }
        return markers;
    }

    private long joinedMillis(Access reader) throws SQLException {
        var select = session.kept(JOINED);
        select.setInt(1, reader.member());
        try (var row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /// What is not filed yet, by channel: some hundred messages of the whole file.
    private Map<Integer, List<Long>> arrived(Access reader) throws SQLException {
        Map<Integer, List<Long>> arrived = new HashMap<>();
        var select = session.kept(ARRIVED);
        select.setInt(1, reader.member());
        select.setInt(2, hidden);
        try (var row = select.executeQuery()) {
            while (row.next()) {
                arrived.computeIfAbsent(row.getInt(1), _ -> new ArrayList<>()).add(row.getLong(2));
            }
        }
        return arrived;
    }
}
