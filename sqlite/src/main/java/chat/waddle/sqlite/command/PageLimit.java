package chat.waddle.sqlite.command;

import chat.waddle.sqlite.FileOptions;
import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;

/// How far the file may grow: commands stop at the limit less the reserve, work that makes room at the limit itself.
///
/// SQLite never sets the bound below the pages in use, a transaction's included, so after work with the reserve the
/// bound is lowered again before the next command. Owned by the writer; not thread-safe.
final class PageLimit {
    private static final int PAGE_BYTES = 4096;

    private final long growthPages;
    private final long allPages;
    private boolean raised = true;

    PageLimit(FileOptions options) {
        growthPages = (options.limitBytes() - options.reserveBytes()) / PAGE_BYTES;
        allPages = options.limitBytes() / PAGE_BYTES;
    }

    /// A connection begins without a bound.
    void opened() {
        raised = true;
    }

    /// Work that may write.
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /// Runs work that may use the reserve. When it fails its transaction may still be open, so the bound stays raised
    /// until [#lower].
    <T> T withReserve(WriteSession session, Work<T> work) throws SQLException {
        raised = true;
        session.execute("PRAGMA max_page_count=" + allPages);
        T result = work.run();
        lower(session);
        return result;
    }

    /// Takes the reserve away again; call it where no transaction is open.
    void lower(WriteSession session) throws SQLException {
        if (raised) {
            raised = session.number("PRAGMA max_page_count=" + growthPages) > growthPages;
        }
    }
}
