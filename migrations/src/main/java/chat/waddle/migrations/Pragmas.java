package chat.waddle.migrations;

import java.sql.Connection;
import java.sql.SQLException;

/// The few statements this module sends besides the scripts.
final class Pragmas {
    private Pragmas() {}

    static int userVersion(Connection connection) throws SQLException {
        return Math.toIntExact(number(connection, "PRAGMA user_version"));
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
