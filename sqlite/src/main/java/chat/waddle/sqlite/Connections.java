package chat.waddle.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteOpenMode;

/// Opens connections to one file with this project's pragmas; the only place that does.
final class Connections {
    static final int PAGE_BYTES = 4096;

    private static final Properties CREATE = mode(SQLiteOpenMode.READWRITE, SQLiteOpenMode.CREATE);
    private static final Properties READ_WRITE = mode(SQLiteOpenMode.READWRITE);
    private static final Properties READ_ONLY = mode(SQLiteOpenMode.READONLY);

    private Connections() {}

    /// Makes a new, empty file with the settings that cannot be changed later.
    ///
    /// The caller has made sure that there is no such file.
    static void create(Path file, int applicationId) throws SQLException {
        try (Connection connection = connect(file, CREATE)) {
            run(
                    connection,
                    "PRAGMA page_size=" + PAGE_BYTES,
                    "PRAGMA auto_vacuum=INCREMENTAL", // before the first table, or it takes a VACUUM to change
                    "PRAGMA journal_mode=WAL",
                    "PRAGMA application_id=" + applicationId);
        }
    }

    static Connection writer(Path file, long cacheKib) throws SQLException {
        Connection connection = connect(file, READ_WRITE);
        return prepared(
                connection,
                "PRAGMA busy_timeout=5000", // first, so that the others wait for a recovery that another one runs
                "PRAGMA journal_mode=WAL",
                "PRAGMA synchronous=FULL", // an answer is given only for what is on disk
                "PRAGMA foreign_keys=ON", // off by default, and per connection
                "PRAGMA trusted_schema=OFF", // functions in a planted schema must not run
                "PRAGMA cell_size_check=ON",
                "PRAGMA secure_delete=ON", // erased text must leave the pages; costs inserts nothing
                "PRAGMA cache_size=-" + cacheKib,
                "PRAGMA temp_store=MEMORY",
                "PRAGMA wal_autocheckpoint=0", // the writer checkpoints when it suits it
                "PRAGMA journal_size_limit=67108864");
    }

    /// Can neither write nor, on closing, fold the write-ahead log in: the file may not be the one expected.
    static Connection reader(Path file, long mmapBytes, long cacheKib) throws SQLException {
        Connection connection = connect(file, READ_ONLY);
        return prepared(
                connection,
                "PRAGMA busy_timeout=5000",
                "PRAGMA query_only=ON",
                "PRAGMA trusted_schema=OFF",
                "PRAGMA cell_size_check=ON",
                "PRAGMA cache_size=-" + cacheKib,
                "PRAGMA temp_store=MEMORY",
                "PRAGMA wal_autocheckpoint=0",
                "PRAGMA mmap_size=" + mmapBytes);
    }

    private static Connection prepared(Connection connection, String... pragmas) throws SQLException {
        try {
            run(connection, pragmas);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// All at once: a first request to a community opens two connections, and waits.
    private static void run(Connection connection, String... statements) throws SQLException {
        int _ = ((SQLiteConnection) connection).getDatabase()._exec(String.join(";", statements));
    }

    /// A missing file is an error.
    private static Connection connect(Path file, Properties mode) throws SQLException {
        Connection connection = new JDBC().connect("jdbc:sqlite:" + file, (Properties) mode.clone());
        if (connection == null) {
            throw new SQLException("not a path SQLite can open: " + file.getFileName());
        }
        return connection;
    }

    /// One thread at a time uses a connection, so SQLite's own mutexes are left out.
    private static Properties mode(SQLiteOpenMode... modes) {
        SQLiteConfig config = new SQLiteConfig();
        for (SQLiteOpenMode preset : SQLiteOpenMode.values()) {
            config.resetOpenMode(preset);
        }
        config.setOpenMode(SQLiteOpenMode.NOMUTEX);
        for (SQLiteOpenMode mode : modes) {
            config.setOpenMode(mode);
        }
        return config.toProperties();
    }
}
