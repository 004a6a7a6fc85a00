package chat.waddle.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.CoreStatement;

/// One connection with the statements it keeps prepared, lent to a callback and never held on to.
///
/// Used by one thread at a time, except for [#interrupt()].
public abstract sealed class Session implements AutoCloseable permits ReadSession, WriteSession {
    private final Connection connection;
    private final Runnable afterClosing;
    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private final Map<Class<?>, Object> sqlObjects = new HashMap<>();
    private @Nullable Handle handle;

    Session(Connection connection, Runnable afterClosing) {
        this.connection = connection;
        this.afterClosing = afterClosing;
    }

    /// The statement of this text, prepared at first use and kept for the life of the connection.
    ///
    /// The caller sets every parameter and closes the result set; never the statement.
    public final PreparedStatement kept(String sql) throws SQLException {
        PreparedStatement statement = kept.get(sql);
        if (statement == null || endedByDriver(statement)) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }

    /// The driver gives a statement up after most errors (a full file, an interrupt, a query FTS5 refuses).
    private static boolean endedByDriver(PreparedStatement statement) {
        return ((CoreStatement) statement).pointer.isClosed();
    }

    /// Jdbi over this connection, for everything that is not hot; it joins the transaction that is open.
    public final Handle handle() {
        if (handle == null) {
            handle = JdbiSessions.open(connection);
        }
        return handle;
    }

    /// A SqlObject over this connection, for everything that is not hot.
    public final <T> T sql(Class<T> type) {
        return type.cast(sqlObjects.computeIfAbsent(type, t -> handle().attach(t)));
    }

    /// One whole number, for pragmas and counts.
    public final long number(String sql) throws SQLException {
        try (var rows = kept(sql).executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    final Connection connection() {
        return connection;
    }

    /// Stops the statement that runs now with SQLITE_INTERRUPT; may be called by any thread.
    final void interrupt() {
        try {
            ((SQLiteConnection) connection).getDatabase().interrupt();
        } catch (SQLException e) {
            throw StorageException.of("stop a statement", e);
        }
    }

    /// Closes the statements that are kept; they are prepared again when they are needed.
    final void closeStatements() throws SQLException {
        for (PreparedStatement statement : kept.values()) {
            statement.close();
        }
        kept.clear();
    }

    /// Closes after a failure, which stays the one that is thrown.
    public final void closeAfter(Throwable failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try (connection) {
            for (PreparedStatement statement : kept.values()) {
                statement.close();
            }
        } catch (SQLException e) {
            throw StorageException.of("close a connection", e);
        } finally {
            afterClosing.run();
        }
    }
}
