package chat.waddle.sqlite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A small full-text index in memory. Used by one thread at a time, always a SQLite thread.
public final class MemoryIndex implements AutoCloseable {
    private static final String ADD = "INSERT INTO texts (rowid, content) VALUES (?, ?)";
    private static final String CLEAR = "INSERT INTO texts (texts) VALUES ('delete-all')";
    private static final String MATCH =
            "SELECT rowid FROM texts WHERE texts MATCH ? AND rowid >= ? ORDER BY rowid DESC";

    private final ReadSession session;

    private MemoryIndex(Connection connection) {
        session = new ReadSession(connection);
    }

    /// Makes an empty index.
    ///
    /// @param tokenizer as FTS5 takes it; a constant of this program
    public static MemoryIndex create(String tokenizer) {
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE VIRTUAL TABLE texts USING fts5 (content, content = '', columnsize = 0,"
                        + " tokenize = \"" + tokenizer + "\")");
            }
            return new MemoryIndex(connection);
        } catch (SQLException e) {
            throw StorageException.of("make an index in memory", e);
        }
    }

    public void add(long id, String text) {
        try {
            var add = session.kept(ADD);
            add.setLong(1, id);
            add.setString(2, text);
            add.executeUpdate();
        } catch (SQLException e) {
            throw StorageException.of("add to the index in memory", e);
        }
    }

    public void clear() {
        try {
            session.kept(CLEAR).executeUpdate();
        } catch (SQLException e) {
            throw StorageException.of("clear the index in memory", e);
        }
    }

    /// The ids of the texts that match, highest first, down to a lowest one.
    public List<Long> matches(String query, long lowest) {
        try {
            var match = session.kept(MATCH);
            match.setString(1, query);
            match.setLong(2, lowest);
            List<Long> ids = new ArrayList<>();
            try (var row = match.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                }
            }
            return ids;
        } catch (SQLException e) {
            throw StorageException.of("search the index in memory", e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
