package chat.waddle.search;

import chat.waddle.sqlite.WriteSession;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The full-text index of a file as its writer sees it: rows are written in batches, a moment after their messages.
///
/// Everything up to one id, see [#contains], is in the index; what is newer waits in memory and in the [SearchTail].
/// One index segment for many messages costs a fraction of one for each (ADR 0003). Owned by the writer; not
/// thread-safe.
public final class FullTextIndex {
    private static final int BATCH = 256;
    private static final long DELAY_NANOS = 200_000_000;
    private static final int MERGE_PAGES = 64;

    /// What is merged with each batch, by the length of its texts: about what FTS5 writes for them on all levels of a
    /// large index. More would hold posts up, less would let segments pile up.
    private static final int CHARACTERS_PER_MERGED_PAGE = 640;

    /// A file that is idle merges everything into one segment when this many rows, and this part of all, are new.
    private static final long MERGE_AFTER_ROWS = 2000;

    private static final long MERGE_AFTER_PART = 20;
    private static final long MERGE_SLICE_NANOS = 5_000_000;

    private static final String STATE = "SELECT indexed_to, unmerged_rows FROM search_state";
    private static final String MISSING =
            "SELECT channel, id, content FROM messages WHERE id > ? AND (flags & 2) = 0 ORDER BY id";
    private static final String INSERT = "INSERT INTO messages_fts (rowid, content) VALUES (?, ?)";
    private static final String DELETE =
            "INSERT INTO messages_fts (messages_fts, rowid, content) VALUES ('delete', ?, ?)";
    private static final String MERGE = "INSERT INTO messages_fts (messages_fts, rank) VALUES ('merge', ?)";
    private static final String ADVANCE =
            "UPDATE search_state SET indexed_to = ?, unmerged_rows = unmerged_rows + ? WHERE one = 1";
    private static final String MERGED = "UPDATE search_state SET unmerged_rows = 0 WHERE one = 1";
    private static final String CHANGES = "SELECT total_changes()";

    private final SearchTail tail;
    private final LongSupplier messageCount;
    private final List<IndexedText> waiting = new ArrayList<>();
    private long indexedTo;
    private long unmergedRows;
    private boolean merging;
    private long dueNanos = Long.MAX_VALUE;

    /// @param messageCount how many messages the file has
    public FullTextIndex(SearchTail tail, LongSupplier messageCount) {
        this.tail = tail;
        this.messageCount = messageCount;
    }

    /// Finds out what a crash or a restart left unindexed.
    public void opened(WriteSession session) throws SQLException {
        try (var row = session.kept(STATE).executeQuery()) {
            row.next();
            indexedTo = row.getLong(1);
            unmergedRows = row.getLong(2);
        }
        waiting.clear();
        merging = false;
        dueNanos = Long.MAX_VALUE;
        tail.clear();
        var missing = session.kept(MISSING);
        missing.setLong(1, indexedTo);
        try (var row = missing.executeQuery()) {
            while (row.next()) {
                committed(row.getInt(1), row.getLong(2), SearchText.prepare(row.getString(3)));
            }
        }
    }

    public boolean contains(long messageId) {
        return messageId <= indexedTo;
    }

    /// A new message is durable: remember to index it.
    public void committed(int channel, long messageId, String prepared) {
        IndexedText text = new IndexedText(channel, messageId, prepared);
        waiting.add(text);
        tail.add(text);
        if (dueNanos == Long.MAX_VALUE) {
            dueNanos = System.nanoTime() + DELAY_NANOS;
        }
    }

    /// The text of a message that is not indexed yet was changed; null when the message is gone.
    public void changedBeforeIndexing(int channel, long messageId, @Nullable String prepared) {
        waiting.removeIf(text -> text.id() == messageId);
        if (prepared != null) {
            waiting.add(new IndexedText(channel, messageId, prepared));
            dueNanos = Math.min(dueNanos, System.nanoTime() + DELAY_NANOS);
        }
        tail.replace(channel, messageId, prepared);
    }

    /// Writes an index row at once, in the transaction that is open.
    public void insert(WriteSession transaction, int channel, long messageId, String prepared) throws SQLException {
        var insert = transaction.kept(INSERT);
        insert.setLong(1, IndexKey.of(channel, messageId));
        insert.setString(2, prepared);
        insert.executeUpdate();
    }

    /// Takes an index row out; the text must be the one it was made of.
    public void delete(WriteSession transaction, int channel, long messageId, String prepared) throws SQLException {
        var delete = transaction.kept(DELETE);
        delete.setLong(1, IndexKey.of(channel, messageId));
        delete.setString(2, prepared);
        delete.executeUpdate();
    }

    /// For imports, in the transaction that is open: first everything that waits, then the import's own rows follow.
    ///
    /// @param characters how long the texts of the import's rows are together
    /// @return what to do after the commit
    public Runnable flushForImport(WriteSession transaction, long importedTo, int rows, long characters)
            throws SQLException {
        for (IndexedText text : waiting) {
            insert(transaction, text.channel(), text.id(), text.prepared());
        }
        long upTo = Math.max(indexedTo, Math.max(importedTo, newestWaiting()));
        advance(transaction, upTo, waiting.size() + rows);
        merge(transaction, mergedPages(characters));
        long flushed = waiting.size() + (long) rows;
        return () -> flushed(upTo, flushed);
    }

    private long newestWaiting() {
        return waiting.stream().mapToLong(IndexedText::id).max().orElse(indexedTo);
    }

    private static void advance(WriteSession transaction, long upTo, long rows) throws SQLException {
        var advance = transaction.kept(ADVANCE);
        advance.setLong(1, upTo);
        advance.setLong(2, rows);
        advance.executeUpdate();
    }

    private void flushed(long upTo, long rows) {
        waiting.clear();
        indexedTo = upTo;
        unmergedRows += rows;
        dueNanos = Long.MAX_VALUE;
        tail.indexedTo(upTo);
    }

    public long dueNanos() {
        return waiting.size() >= BATCH ? 0 : dueNanos;
    }

    /// Indexes what waits, if enough waits or it has waited long enough; merges the index's segments when idle.
    public void maintain(WriteSession session, boolean idle) throws SQLException {
        if (!waiting.isEmpty() && (idle || System.nanoTime() >= dueNanos())) {
            flush(session);
        }
        if (idle && wantsMerging()) {
            mergeForAWhile(session);
        }
    }

    /// Indexes what waits, without waiting longer.
    public void catchUp(WriteSession session) throws SQLException {
        if (!waiting.isEmpty()) {
            flush(session);
        }
    }

    private void flush(WriteSession session) throws SQLException {
        long upTo = Math.max(indexedTo, newestWaiting());
        session.unsyncedTransaction(transaction -> {
            for (IndexedText text : waiting) {
                insert(transaction, text.channel(), text.id(), text.prepared());
            }
            advance(transaction, upTo, waiting.size());
            merge(transaction, mergedPages(0));
            return true;
        });
        flushed(upTo, waiting.size());
    }

    /// True while merging should go on as soon as the file is idle.
    public boolean wantsMerging() {
        return merging
                || (unmergedRows >= MERGE_AFTER_ROWS && unmergedRows >= messageCount.getAsLong() / MERGE_AFTER_PART);
    }

    private void mergeForAWhile(WriteSession session) throws SQLException {
        long end = System.nanoTime() + MERGE_SLICE_NANOS;
        int pages = merging ? MERGE_PAGES : -MERGE_PAGES; // a negative number starts a merge of all segments into one
        merging = true;
        do {
            if (!mergeStep(session, pages)) {
                merging = false;
                unmergedRows = 0;
                session.transaction(transaction -> transaction.kept(MERGED).executeUpdate());
                return;
            }
            pages = MERGE_PAGES;
        } while (System.nanoTime() < end);
    }

    private int mergedPages(long otherCharacters) {
        long characters = otherCharacters;
        for (IndexedText text : waiting) {
            characters += text.prepared().length();
        }
        return Math.toIntExact(characters / CHARACTERS_PER_MERGED_PAGE) + 1;
    }

    private static void merge(WriteSession transaction, int pages) throws SQLException {
        var merge = transaction.kept(MERGE);
        merge.setInt(1, pages);
        merge.executeUpdate();
    }

    /// @return false when there was nothing left to merge: a step that does nothing changes less than two rows
    private static boolean mergeStep(WriteSession session, int pages) throws SQLException {
        return session.unsyncedTransaction(transaction -> {
            long before = transaction.number(CHANGES);
            merge(transaction, pages);
            return transaction.number(CHANGES) - before >= 2;
        });
    }

    /// Merges everything at once; after an import.
    public void optimize(WriteSession session) throws SQLException {
        session.unsyncedTransaction(transaction -> {
            transaction.execute("INSERT INTO messages_fts (messages_fts) VALUES ('optimize')");
            return transaction.kept(MERGED).executeUpdate();
        });
        merging = false;
        unmergedRows = 0;
    }
}
