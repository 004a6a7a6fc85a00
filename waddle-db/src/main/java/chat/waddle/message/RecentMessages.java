package chat.waddle.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The newest messages of each channel that somebody reads, encoded, in memory: the commonest request needs no SQL.
///
/// Changed only by the file's writer, after the commit and before the caller hears of it; read by any thread.
public final class RecentMessages {
    /// A page of 50 and the one more that tells whether there are older ones, with some room for deletions.
    static final int KEPT = 64;

    private static final int ROOM = 128;
    private static final int CHANNELS = 64;

    private final Map<Integer, Tail> tails = new ConcurrentHashMap<>();

    /// The newest messages of one channel, oldest first; a published one never changes what a reader of it sees.
    ///
    /// @param ids shared with later tails, which only write beyond `to`
    /// @param complete true when the channel has no older message than these
    private record Tail(long[] ids, byte[][] rows, int from, int to, boolean complete) {
        Tail append(long id, byte[] row) {
            int newFrom = to - from >= KEPT ? to - KEPT + 1 : from;
            boolean stillComplete = complete && newFrom == from;
            if (to == ids.length) {
                return copied(newFrom, stillComplete).append(id, row);
            }
            ids[to] = id;
            rows[to] = row;
            return new Tail(ids, rows, newFrom, to + 1, stillComplete);
        }

        private Tail copied(int newFrom, boolean stillComplete) {
            long[] newIds = Arrays.copyOf(Arrays.copyOfRange(ids, newFrom, to), ROOM);
            byte[][] newRows = Arrays.copyOf(Arrays.copyOfRange(rows, newFrom, to), ROOM);
            return new Tail(newIds, newRows, 0, to - newFrom, stillComplete);
        }

        int find(long id) {
            int index = Arrays.binarySearch(ids, from, to, id);
            return index >= 0 ? index : -1;
        }

        Tail replaced(int index, byte[] row) {
            Tail copy = copied(from, complete);
            copy.rows[index - from] = row;
            return copy;
        }

        Tail removed(int index) {
            Tail copy = copied(from, complete);
            int at = index - from;
            int after = copy.to - at - 1;
            System.arraycopy(copy.ids, at + 1, copy.ids, at, after);
            System.arraycopy(copy.rows, at + 1, copy.rows, at, after);
            return new Tail(copy.ids, copy.rows, 0, copy.to - 1, copy.complete);
        }
    }

    /// The newest page, or null when memory cannot answer.
    public @Nullable EncodedPage newest(int channel, int limit) {
        Tail tail = tails.get(channel);
        if (tail == null) {
            return null;
        }
        int count = tail.to - tail.from;
        if (count <= limit && !tail.complete) {
            return null;
        }
        int first = Math.max(tail.from, tail.to - limit);
        boolean older = first > tail.from || !tail.complete;
        List<byte[]> rows = Arrays.asList(tail.rows).subList(first, tail.to);
        long before = older && first < tail.to ? tail.ids[first] : EncodedPage.NONE;
        return new EncodedPage(rows, before, EncodedPage.NONE);
    }

    public boolean has(int channel) {
        return tails.containsKey(channel);
    }

    /// Takes the newest rows of a channel, oldest first, as the writer read them.
    void load(int channel, long[] ids, byte[][] rows, boolean complete) {
        if (tails.size() >= CHANNELS) {
            tails.clear();
        }
        tails.put(channel, new Tail(Arrays.copyOf(ids, ROOM), Arrays.copyOf(rows, ROOM), 0, ids.length, complete));
    }

    void posted(int channel, long id, byte[] row) {
        Tail tail = tails.get(channel);
        if (tail != null) {
            tails.put(channel, tail.append(id, row));
        }
    }

    void changed(int channel, long id, byte[] row) {
        Tail tail = tails.get(channel);
        int index = tail == null ? -1 : tail.find(id);
        if (tail != null && index >= 0) {
            tails.put(channel, tail.replaced(index, row));
        }
    }

    void removed(int channel, long id) {
        Tail tail = tails.get(channel);
        int index = tail == null ? -1 : tail.find(id);
        if (tail != null && index >= 0) {
            tails.put(channel, tail.removed(index));
        }
    }

    /// Forgets a channel; it is loaded again when somebody reads it.
    public void forget(int channel) {
        tails.remove(channel);
    }

    public void forgetAll() {
        tails.clear();
    }
}
