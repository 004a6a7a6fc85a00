package chat.waddle.search;

import chat.waddle.message.Arrivals;
import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Lull;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The full-text index of a file as its writer sees it. New messages are filed in batches, a moment after they came:
/// out of the [Arrivals] and into the index, in one transaction.
///
/// Everything up to one id, see [#isFiled], is filed; what is newer waits in memory and in the [SearchTail].
/// One index segment for many messages costs a fraction of one for each (ADR 0003). Owned by the writer; not
/// thread-safe.
public final class FullTextIndex {
    private static final int BATCH = 256;
    private static final long DELAY_NANOS = 1_000_000_000;

    private static final String STATE = "SELECT filed_to, unmerged_rows FROM search_state";
    private static final String INSERT = "INSERT INTO messages_fts (rowid, content) VALUES (?, ?)";
    private static final String DELETE =
            "INSERT INTO messages_fts (messages_fts, rowid, content) VALUES ('delete', ?, ?)";
    private static final String ADVANCE =
            "UPDATE search_state SET filed_to = ?, unmerged_rows = unmerged_rows + ? WHERE one = 1";

    private final SearchTail tail;
    private final LongConsumer filed;
    private final SegmentMerging merging;
    private final List<IndexedText> waiting = new ArrayList<>();
    private int arrived;
    private long newest;
    private long filedTo;
    private long dueNanos = Long.MAX_VALUE;

    /// @param filed hears, once it is committed, up to which id messages are filed
    /// @param messageCount how many messages the file has
    public FullTextIndex(SearchTail tail, LongConsumer filed, LongSupplier messageCount) {
        this.tail = tail;
        this.filed = filed;
        this.merging = new SegmentMerging(messageCount);
    }

    /// Finds out what a crash or a restart left unfiled.
    public void opened(WriteSession session) throws SQLException {
        try (var row = session.kept(STATE).executeQuery()) {
            row.next();
            filedTo = row.getLong(1);
            merging.opened(row.getLong(2));
        }
        filed.accept(filedTo);
        waiting.clear();
        arrived = 0;
        newest = filedTo;
        dueNanos = Long.MAX_VALUE;
        tail.clear();
        Arrivals.visit(session, (channel, id, content) -> {
            arrived(id);
            if (content != null) {
                await(new IndexedText(channel, id, SearchText.prepare(content)));
            }
        });
    }

    /// Whether a message with this id, if there is one, is filed.
    public boolean isFiled(long messageId) {
        return messageId <= filedTo;
    }

    /// A new message is durable: remember to file it.
    public void committed(int channel, long messageId, String prepared) {
        arrived(messageId);
        await(new IndexedText(channel, messageId, prepared));
    }

    /// A new message is durable of which nothing is to be found yet; [#changedBeforeFiling] and [#insert] change that.
    public void committedUnsearchable(long messageId) {
        arrived(messageId);
    }

    private void arrived(long messageId) {
        arrived++;
        newest = Math.max(newest, messageId);
        if (dueNanos == Long.MAX_VALUE) {
            dueNanos = System.nanoTime() + DELAY_NANOS;
        }
    }

    private void await(IndexedText text) {
        waiting.add(text);
        tail.add(text);
    }

    /// The text of a message that is not filed yet was changed; null when the message is gone.
    public void changedBeforeFiling(int channel, long messageId, @Nullable String prepared) {
        waiting.removeIf(text -> text.id() == messageId);
        if (prepared != null) {
            waiting.add(new IndexedText(channel, messageId, prepared));
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
    public Runnable fileForImport(WriteSession transaction, long importedTo, int rows, long characters)
            throws SQLException {
        long upTo = Math.max(newest, importedTo);
        long added = waiting.size() + (long) rows;
        file(transaction, upTo, added, characters);
        return () -> filed(upTo, added);
    }

    private void file(WriteSession transaction, long upTo, long rows, long otherCharacters) throws SQLException {
        Arrivals.file(transaction);
        long characters = otherCharacters;
        for (IndexedText text : waiting) {
            insert(transaction, text.channel(), text.id(), text.prepared());
            characters += text.prepared().length();
        }
        var advance = transaction.kept(ADVANCE);
        advance.setLong(1, upTo);
        advance.setLong(2, rows);
        advance.executeUpdate();
        SegmentMerging.keepUp(transaction, characters);
    }

    private void filed(long upTo, long rows) {
        waiting.clear();
        arrived = 0;
        newest = upTo;
        filedTo = upTo;
        filed.accept(upTo);
        merging.added(rows);
        dueNanos = Long.MAX_VALUE;
        tail.filedTo(upTo);
    }

    public long dueNanos() {
        return arrived >= BATCH ? 0 : dueNanos;
    }

    /// Files what waits, if enough waits or it has waited long enough; merges the index's segments in lulls.
    public void maintain(WriteSession session, Lull lull) throws SQLException {
        if (lull == Lull.LONG || System.nanoTime() >= dueNanos()) {
            catchUp(session);
        }
        if (lull != Lull.NONE && wantsMerging()) {
            merging.goOn(session);
        }
    }

    /// Files what waits, without waiting longer.
    public void catchUp(WriteSession session) throws SQLException {
        if (arrived == 0) {
            return;
        }
        long upTo = newest;
        int rows = waiting.size();
        session.unsyncedTransaction(transaction -> {
            file(transaction, upTo, rows, 0);
            return true;
        });
        filed(upTo, rows);
    }

    /// True while merging should go on in lulls.
    public boolean wantsMerging() {
        return merging.isWanted();
    }

    /// Merges everything at once; after an import.
    public void optimize(WriteSession session) throws SQLException {
        merging.optimize(session);
    }
}
