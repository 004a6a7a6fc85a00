package chat.waddle.sqlite;

import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A database file did not do what was asked; [#kind()] says what the caller can do about it.
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What went wrong, as far as a caller can act on it.
    public enum Kind {
        /// The file reached its page limit: reads and deletes go on.
        LIMIT_REACHED,
        /// The disk is full: what was not answered did not happen.
        DISK_FULL,
        /// Reading or writing failed: what was not answered may or may not have happened.
        IO,
        /// The file is damaged or is not the file it should be; it must not serve.
        DAMAGED,
        /// The file does not exist.
        MISSING,
        /// The file was written by a newer program.
        NEWER,
        /// The read took longer than its deadline and was stopped.
        DEADLINE,
        /// The queue is full; nothing was done.
        OVERLOADED,
        /// The database is closed or closing; nothing was done.
        CLOSED,
        /// A defect of this program: the statement is wrong or a constraint was not checked before.
        DEFECT
    }

    private final Kind kind;

    public StorageException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public StorageException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public static StorageException of(String doing, SQLException cause) {
        return new StorageException(kindOf(cause), "Could not " + doing + ": " + cause.getMessage(), cause);
    }

    public Kind kind() {
        return kind;
    }

    /// True when the connection that reported it must not be used again.
    public boolean needsReopening() {
        return kind == Kind.DISK_FULL || kind == Kind.IO || kind == Kind.DAMAGED || kind == Kind.MISSING;
    }

    /// Finds the kind of an error by SQLite's primary result code, wherever it stands in the chain of causes.
    public static Kind kindOf(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof StorageException known) {
                return known.kind;
            }
            if (e instanceof SQLiteException sqlite) {
                return kindOf(sqlite.getResultCode());
            }
        }
        return Kind.DEFECT;
    }

    private static Kind kindOf(SQLiteErrorCode code) {
        return switch (code.code & 0xff) {
            case 13 -> Kind.DISK_FULL; // SQLITE_FULL; the writer finds out whether it was the limit
            case 5, 6, 8, 10, 15, 22, 23 -> Kind.IO; // BUSY, LOCKED, READONLY, IOERR, PROTOCOL, NOLFS, AUTH
            case 3, 14 -> Kind.MISSING; // PERM, CANTOPEN
            case 11, 26 -> Kind.DAMAGED; // CORRUPT, NOTADB
            case 9 -> Kind.DEADLINE; // INTERRUPT
            default -> Kind.DEFECT;
        };
    }
}
