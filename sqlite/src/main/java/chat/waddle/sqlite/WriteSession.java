package chat.waddle.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/// The one connection of a file that may write; used only by the file's writer, inside its transactions.
public final class WriteSession extends Session {
    private static final String BEGIN = "BEGIN IMMEDIATE";
    private static final String COMMIT = "COMMIT";
    private static final String ROLLBACK = "ROLLBACK";

    WriteSession(Connection connection, Runnable afterClosing) {
        super(connection, afterClosing);
    }

    /// For the engine only: an applier runs inside a transaction that is open already.
    public void begin() throws SQLException {
        kept(BEGIN).execute();
    }

    /// For the engine only.
    public void commit() throws SQLException {
        kept(COMMIT).execute();
    }

    /// For the engine only. Rolls back what is open; SQLite may already have done so itself (SQLITE_FULL,
    /// SQLITE_IOERR).
    ///
    /// @return whether a transaction was open
    public boolean rollback() {
        try (var statement = connection().createStatement()) {
            statement.execute(ROLLBACK);
            return true;
        } catch (SQLException e) {
            if (String.valueOf(e.getMessage()).contains("no transaction is active")) {
                return false;
            }
            throw new StorageException(StorageException.Kind.IO, "Could not roll back: " + e.getMessage(), e);
        }
    }

    /// Runs statements in one transaction of their own; only for maintenance between batches.
    public <T> T transaction(Writing<T> writing) throws SQLException {
        begin();
        try {
            T result = writing.write(this);
            commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            boolean _ = rollback();
            throw e;
        }
    }

    /// Writes the whole write-ahead log into the file, syncs it and empties the log.
    ///
    /// @return false when a read under way kept it from that
    public boolean foldLogIn() throws SQLException {
        try (var row = kept("PRAGMA wal_checkpoint(TRUNCATE)").executeQuery()) {
            return row.next() && row.getInt(1) == 0;
        }
    }

    /// Writes every page anew, so that nothing which was deleted is left in what a page has free, and empties the log.
    ///
    /// Takes as long as writing the whole file twice; nothing else is written meanwhile.
    ///
    /// @return false when a read under way kept the log from being emptied
    public boolean rewriteAllPages() throws SQLException {
        closeStatements(); // one that is under way would forbid it
        execute("VACUUM");
        return foldLogIn();
    }

    /// Runs one pragma or statement to its end and forgets its rows.
    public void execute(String sql) throws SQLException {
        try (var statement = connection().createStatement()) {
            boolean hasRows = statement.execute(sql);
            if (!hasRows) {
                return;
            }
            try (var rows = statement.getResultSet()) {
                while (rows.next()) {
                    // stepping does the work: incremental_vacuum frees one page a step
                }
            }
        }
    }

    /// Runs statements whose loss in a power failure does no harm, such as rows of an index that can be made again:
    /// the commit is not synced by itself, but is ordered before every later synced one.
    public <T> T unsyncedTransaction(Writing<T> writing) throws SQLException {
        execute("PRAGMA synchronous=NORMAL");
        try {
            return transaction(writing);
        } finally {
            syncAgain();
        }
    }

    /// A connection that cannot be set back would answer for what is not on disk: it must be thrown away.
    private void syncAgain() {
        try {
            execute("PRAGMA synchronous=FULL");
        } catch (SQLException e) {
            throw new StorageException(StorageException.Kind.IO, "Could not turn syncing on again.", e);
        }
    }

    /// A piece of work that writes.
    @FunctionalInterface
    public interface Writing<T> {
        T write(WriteSession session) throws SQLException;
    }
}
