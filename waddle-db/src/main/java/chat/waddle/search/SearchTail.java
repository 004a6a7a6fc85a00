package chat.waddle.search;

import chat.waddle.sqlite.MemoryIndex;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The newest messages, which the full-text index does not have yet, searchable with the very same tokenizer.
///
/// A small index in memory, filled only when somebody searches. A message leaves it one filing after its own, so that a
/// search which looks here first and at the file afterwards misses nothing. Thread-safe.
public final class SearchTail implements AutoCloseable {
    /// The index in memory keeps texts that are no longer wanted until it holds this many.
    private static final int REBUILD_AT = 1000;

    private final Object lock = new Object();
    private final Deque<IndexedText> texts = new ArrayDeque<>();
    private final AtomicBoolean empty = new AtomicBoolean(true);
    private @Nullable MemoryIndex index;
    private long addedTo = Long.MIN_VALUE;
    private long droppable = Long.MIN_VALUE;
    private long above = Long.MIN_VALUE;
    private int heldByIndex;

    void add(IndexedText text) {
        synchronized (lock) {
            texts.addLast(text);
            empty.setRelease(false);
        }
    }

    void replace(int channel, long id, @Nullable String prepared) {
        synchronized (lock) {
            texts.removeIf(text -> text.id() == id);
            if (prepared != null) {
                texts.addLast(new IndexedText(channel, id, prepared));
                empty.setRelease(false);
            }
            rebuildAtNextSearch();
        }
    }

    /// Everything up to this id is in the file's index now; it is dropped here at the next such call.
    void filedTo(long id) {
        synchronized (lock) {
            long gone = droppable;
            droppable = id;
            texts.removeIf(text -> text.id() <= gone);
            above = gone;
            if (heldByIndex > REBUILD_AT) {
                rebuildAtNextSearch();
            }
            empty.setRelease(texts.isEmpty() || texts.stream().allMatch(text -> text.id() <= droppable));
        }
    }

    void clear() {
        synchronized (lock) {
            texts.clear();
            droppable = Long.MIN_VALUE;
            above = Long.MIN_VALUE;
            empty.setRelease(true);
            rebuildAtNextSearch();
        }
    }

    private void rebuildAtNextSearch() {
        addedTo = Long.MIN_VALUE;
    }

    /// True when the index in the file has everything.
    public boolean isEmpty() {
        return empty.getAcquire();
    }

    /// The index keys of the messages that match, newest first. Called on a SQLite thread.
    ///
    /// @param match a query in the index's own language
    List<Long> matches(String match) {
        if (empty.getAcquire()) {
            return List.of();
        }
        synchronized (lock) {
            MemoryIndex memory = upToDate();
            return memory.matches(match, IndexKey.firstOf(above + 1));
        }
    }

    private MemoryIndex upToDate() {
        MemoryIndex memory = index;
        if (memory == null) {
            memory = MemoryIndex.create("unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'");
            index = memory;
            addedTo = Long.MIN_VALUE;
        }
        if (addedTo == Long.MIN_VALUE) {
            memory.clear();
            heldByIndex = 0;
        }
        List<IndexedText> missing = new ArrayList<>();
        for (IndexedText text : texts) {
            if (text.id() > addedTo) {
                missing.add(text);
            }
        }
        for (IndexedText text : missing) {
            memory.add(IndexKey.of(text.channel(), text.id()), text.prepared());
            heldByIndex++;
            addedTo = Math.max(addedTo, text.id());
        }
        return memory;
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (index != null) {
                index.close();
                index = null;
            }
        }
    }
}
