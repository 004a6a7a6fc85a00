package chat.waddle.sqlite.command;

import chat.waddle.ids.IdClock;
import chat.waddle.sqlite.ReadSession;
import chat.waddle.sqlite.Session;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The file's own history: a slim row for each command, and for each commit one row with the encoded commands.
///
/// The newest row of `commits` is never deleted: it carries the highest sequence, the highest id and the item count.
public final class Journal {
    private static final String LAST =
            "SELECT last_seq, last_id, item_count FROM commits ORDER BY last_seq DESC LIMIT 1";
    private static final String ENTRY =
            "INSERT INTO journal (seq, at_ms, actor, type, channel, entity, request_id) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String COMMIT =
            "INSERT INTO commits (last_seq, first_seq, at_ms, term, last_id, item_count, body) VALUES (?, ?, ?, 1, ?, ?, ?)";
    private static final String AFTER =
            "SELECT seq, at_ms, actor, type, channel, entity, request_id FROM journal WHERE seq > ? ORDER BY seq LIMIT ?";
    private static final String BODIES =
            "SELECT at_ms, body FROM commits WHERE last_seq > ? AND body IS NOT NULL ORDER BY last_seq LIMIT ?";
    private static final String OLDEST_ENTRIES = "SELECT seq, at_ms FROM journal ORDER BY seq LIMIT ?";
    private static final String TRIM_ENTRIES =
            "DELETE FROM journal WHERE seq <= ? AND seq < (SELECT max(seq) FROM journal)";
    private static final String TRIM_OLD_BODIES =
            "DELETE FROM commits WHERE last_seq <= ? AND last_seq < (SELECT max(last_seq) FROM commits)";
    private static final String BODY_BYTES = "SELECT total(length(body)) FROM commits";
    private static final String OLDEST_BODIES = "SELECT last_seq, length(body) FROM commits"
            + " WHERE last_seq < (SELECT max(last_seq) FROM commits) ORDER BY last_seq LIMIT ?";
    private static final String TRIM_BODIES = "DELETE FROM commits WHERE last_seq <= ?";

    private Journal() {}

    /// Where a file stands.
    public record Position(long seq, long lastId, long itemCount) {}

    public static Position position(Session session) throws SQLException {
        try (var row = session.kept(LAST).executeQuery()) {
            return row.next()
                    ? new Position(row.getLong(1), row.getLong(2), row.getLong(3))
                    : new Position(0, IdClock.none(), 0);
        }
    }

    static void append(WriteSession transaction, Stamp stamp, int type, Applied<?> applied) throws SQLException {
        var insert = transaction.kept(ENTRY);
        insert.setLong(1, stamp.seq());
        insert.setLong(2, stamp.timeMillis());
        insert.setLong(3, stamp.actor());
        insert.setInt(4, type);
        insert.setLong(5, applied.channel());
        insert.setLong(6, applied.entity());
        insert.setLong(7, stamp.requestId());
        insert.executeUpdate();
    }

    static void appendCommit(
            WriteSession transaction, long firstSeq, long lastSeq, Stamp stamp, long itemCount, byte[] body)
            throws SQLException {
        var insert = transaction.kept(COMMIT);
        insert.setLong(1, lastSeq);
        insert.setLong(2, firstSeq);
        insert.setLong(3, stamp.timeMillis());
        insert.setLong(4, stamp.ids().last());
        insert.setLong(5, itemCount);
        insert.setBytes(6, body);
        insert.executeUpdate();
    }

    /// The entries after a sequence, oldest first.
    public static List<JournalEntry> after(ReadSession session, long seq, int limit) throws SQLException {
        var select = session.kept(AFTER);
        select.setLong(1, seq);
        select.setInt(2, limit);
        List<JournalEntry> entries = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                entries.add(new JournalEntry(
                        row.getLong(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getLong(6),
                        row.getLong(7)));
            }
        }
        return entries;
    }

    /// The encoded commands of the commits after a sequence that are still in the file, oldest first.
    public static List<RecordedCommand> commandsAfter(ReadSession session, CommandTypes types, long seq, int commits)
            throws SQLException {
        var select = session.kept(BODIES);
        select.setLong(1, seq);
        select.setInt(2, commits);
        List<RecordedCommand> commands = new ArrayList<>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                commands.addAll(EncodedBatch.decode(types, row.getLong(1), row.getBytes(2)));
            }
        }
        return commands;
    }

    static long bodyBytes(WriteSession session) throws SQLException {
        return session.number(BODY_BYTES);
    }

    /// Deletes the slim rows before the first that is not older than a time, at most `limit`, and the encoded
    /// commands of their commits.
    ///
    /// Never the newest row, and never one behind a row that stays, so that the journal has no gap.
    ///
    /// @return how many were deleted
    static int trimEntries(WriteSession session, long beforeMillis, int limit) throws SQLException {
        var select = session.kept(OLDEST_ENTRIES);
        select.setInt(1, limit);
        long upTo = -1;
        try (var row = select.executeQuery()) {
            while (row.next() && row.getLong(2) < beforeMillis) {
                upTo = row.getLong(1);
            }
        }
        if (upTo < 0) {
            return 0;
        }
        var bodies = session.kept(TRIM_OLD_BODIES);
        bodies.setLong(1, upTo);
        bodies.executeUpdate();
        var delete = session.kept(TRIM_ENTRIES);
        delete.setLong(1, upTo);
        return delete.executeUpdate();
    }

    /// Deletes the oldest encoded commands until about `bytes` are gone, at most `limit` rows.
    ///
    /// @return the bytes deleted
    static long trimBodies(WriteSession session, long bytes, int limit) throws SQLException {
        var select = session.kept(OLDEST_BODIES);
        select.setInt(1, limit);
        long freed = 0;
        long upTo = -1;
        try (var row = select.executeQuery()) {
            while (freed < bytes && row.next()) {
                upTo = row.getLong(1);
                freed += row.getLong(2);
            }
        }
        if (upTo < 0) {
            return 0;
        }
        var delete = session.kept(TRIM_BODIES);
        delete.setLong(1, upTo);
        delete.executeUpdate();
        return freed;
    }
}
