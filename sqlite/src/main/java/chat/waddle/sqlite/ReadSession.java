package chat.waddle.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/// A connection that can only read.
public final class ReadSession extends Session {
    private static final String BEGIN = "BEGIN DEFERRED";
    private static final String END = "COMMIT";

    private boolean stuck;

    ReadSession(Connection connection) {
        super(connection, () -> {});
    }

    ReadSession(Connection connection, Runnable afterClosing) {
        super(connection, afterClosing);
    }

    /// Runs several statements on one snapshot. Read into memory and return: an open snapshot keeps the WAL from
    /// being reused.
    public <T> T snapshot(Reading<T> reading) throws SQLException {
        kept(BEGIN).execute();
        stuck = true;
        try {
            return reading.read(this);
        } finally {
            kept(END).execute();
            stuck = false;
        }
    }

    boolean stuckInSnapshot() {
        return stuck;
    }

    /// A piece of work that reads.
    @FunctionalInterface
    public interface Reading<T> {
        T read(ReadSession session) throws SQLException;
    }
}
