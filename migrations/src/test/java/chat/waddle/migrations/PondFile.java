package chat.waddle.migrations;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A small schema of three steps for the tests, and files of it.
final class PondFile implements AutoCloseable {
    static final int APPLICATION_ID = 0x504F4E44;
    static final MigrationCatalog CATALOG =
            MigrationCatalog.load("pond", APPLICATION_ID, "/chat/waddle/migrations/pond/");

    final Connection connection;

    private PondFile(Connection connection) {
        this.connection = connection;
    }

    /// Opens or makes a file with foreign keys enforced, as the engine does.
    static PondFile open(Path file) throws SQLException {
        PondFile pond = new PondFile(DriverManager.getConnection("jdbc:sqlite:" + file));
        pond.run("PRAGMA journal_mode = WAL");
        pond.run("PRAGMA foreign_keys = ON");
        return pond;
    }

    /// The pond schema up to a version, followed by further scripts as steps.
    static MigrationCatalog catalog(int versions, String... furtherScripts) {
        List<Migration> steps = new ArrayList<>(CATALOG.migrations().subList(0, versions));
        for (String script : furtherScripts) {
            steps.add(Migration.parse("%04d_try_out.sql".formatted(steps.size() + 1), script));
        }
        return new MigrationCatalog("pond", APPLICATION_ID, steps);
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    long number(String sql) throws SQLException {
        return Pragmas.number(connection, sql);
    }

    int version() throws SQLException {
        return Pragmas.userVersion(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
