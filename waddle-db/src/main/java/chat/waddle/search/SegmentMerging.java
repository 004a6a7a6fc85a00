package chat.waddle.search;

import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import java.util.function.LongSupplier;

/// Merges the segments of the full-text index: some with every batch of rows, all into one in lulls.
///
/// Owned by the writer; not thread-safe.
final class SegmentMerging {
    private static final int PAGES_AT_ONCE = 64;

    /// What is merged with each batch, by the length of its texts: about what FTS5 writes for them on all levels of a
    /// large index. More would hold posts up, less would let segments pile up.
    private static final int CHARACTERS_PER_MERGED_PAGE = 640;

    /// In lulls everything is merged into one segment once this many rows, and this part of all, are new.
    private static final long MERGE_AFTER_ROWS = 2000;

    private static final long MERGE_AFTER_PART = 20;
    private static final long SLICE_NANOS = 5_000_000;

    private static final String MERGE = "INSERT INTO messages_fts (messages_fts, rank) VALUES ('merge', ?)";
    private static final String OPTIMIZE = "INSERT INTO messages_fts (messages_fts) VALUES ('optimize')";
    private static final String MERGED = "UPDATE search_state SET unmerged_rows = 0 WHERE one = 1";
    private static final String CHANGES = "SELECT total_changes()";

    private final LongSupplier messageCount;
    private long unmergedRows;
    private boolean merging;

    /// @param messageCount how many messages the file has
    SegmentMerging(LongSupplier messageCount) {
        this.messageCount = messageCount;
    }

    void opened(long unmerged) {
        unmergedRows = unmerged;
        merging = false;
    }

    /// That many rows were added to the index.
    void added(long rows) {
        unmergedRows += rows;
    }

    /// Merges as much as a batch of such texts calls for, in the transaction that is open.
    static void keepUp(WriteSession transaction, long characters) throws SQLException {
        merge(transaction, Math.toIntExact(characters / CHARACTERS_PER_MERGED_PAGE) + 1);
    }

    /// True while merging should go on in lulls.
    boolean isWanted() {
        return merging
                || (unmergedRows >= MERGE_AFTER_ROWS && unmergedRows >= messageCount.getAsLong() / MERGE_AFTER_PART);
    }

    /// Goes on merging all segments into one, for some milliseconds.
    void goOn(WriteSession session) throws SQLException {
        long end = System.nanoTime() + SLICE_NANOS;
        int pages =
                merging ? PAGES_AT_ONCE : -PAGES_AT_ONCE; // a negative number starts a merge of all segments into one
        merging = true;
        do {
            if (!step(session, pages)) {
                session.transaction(transaction -> transaction.kept(MERGED).executeUpdate());
                opened(0);
                return;
            }
            pages = PAGES_AT_ONCE;
        } while (System.nanoTime() < end);
    }

    /// Merges everything at once; after an import.
    void optimize(WriteSession session) throws SQLException {
        session.unsyncedTransaction(transaction -> {
            transaction.execute(OPTIMIZE);
            return transaction.kept(MERGED).executeUpdate();
        });
        opened(0);
    }

    /// @return false when there was nothing left to merge: a step that does nothing changes less than two rows
    private static boolean step(WriteSession session, int pages) throws SQLException {
        return session.unsyncedTransaction(transaction -> {
            long before = transaction.number(CHANGES);
            merge(transaction, pages);
            return transaction.number(CHANGES) - before >= 2;
        });
    }

    private static void merge(WriteSession transaction, int pages) throws SQLException {
        var merge = transaction.kept(MERGE);
        merge.setInt(1, pages);
        merge.executeUpdate();
    }
}
