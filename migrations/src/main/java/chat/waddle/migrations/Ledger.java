package chat.waddle.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/// The table `schema_migrations` in which a file records which step it got, with which hash, when.
final class Ledger {
    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS schema_migrations (
              version       INTEGER PRIMARY KEY,
              name          TEXT    NOT NULL,
              checksum      TEXT    NOT NULL,
              applied_at_ms INTEGER NOT NULL
            ) STRICT
            """;
    private static final String INSERT =
            "INSERT INTO schema_migrations (version, name, checksum, applied_at_ms) VALUES (?, ?, ?, ?)";
    private static final String EXISTS =
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'";
    private static final String SELECT = "SELECT version, name, checksum FROM schema_migrations ORDER BY version";

    private Ledger() {}

    record Row(int version, String name, String checksum) {}

    static void record(Connection connection, Migration step, Instant now) throws SQLException {
        if (step.version() == 1) {
            Pragmas.run(connection, CREATE);
        }
        try (var insert = connection.prepareStatement(INSERT)) {
            insert.setInt(1, step.version());
            insert.setString(2, step.name());
            insert.setString(3, step.sha256());
            insert.setLong(4, now.toEpochMilli());
            insert.executeUpdate();
        }
    }

    static SortedMap<Integer, Row> rows(Connection connection) throws SQLException {
        SortedMap<Integer, Row> rows = new TreeMap<>();
        if (Pragmas.number(connection, EXISTS) == 0) {
            return rows;
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(SELECT)) {
            while (row.next()) {
                rows.put(row.getInt(1), new Row(row.getInt(1), row.getString(2), row.getString(3)));
            }
        }
        return rows;
    }
}
