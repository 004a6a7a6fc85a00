package chat.waddle.message;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The newest messages of each channel that somebody reads, encoded, in memory: the commonest request needs no SQL.
///
/// Changed only by the file's writer, after the commit and before the caller hears of it; read by any thread.
public final class RecentMessages {
    /// A page of 50 and the one more that tells whether there are older ones, with some room for deletions.
    static final int KEPT = 64;

    private static final int CHANNELS = 64;

    private final Map<Integer, Tail> tails = new ConcurrentHashMap<>();
    private final Set<Integer> notForGuests = ConcurrentHashMap.newKeySet();

    /// The newest messages of one channel, oldest first. Never changed: each post makes new arrays, which die young;
    /// long
    /// lived ones would keep every message they ever held from being collected.
    ///
    /// @param complete true when the channel has no older message than these
    private record Tail(long[] ids, byte[][] rows, boolean complete) {
        Tail append(long id, byte[] row) {
            int dropped = ids.length == KEPT ? 1 : 0;
            int kept = ids.length - dropped;
            long[] newIds = new long[kept + 1];
            byte[][] newRows = new byte[kept + 1][];
            System.arraycopy(ids, dropped, newIds, 0, kept);
            System.arraycopy(rows, dropped, newRows, 0, kept);
            newIds[kept] = id;
            newRows[kept] = row;
            return new Tail(newIds, newRows, complete && dropped == 0);
        }

        int find(long id) {
            return Math.max(-1, Arrays.binarySearch(ids, id));
        }

        Tail replaced(int index, byte[] row) {
            byte[][] newRows = rows.clone();
            newRows[index] = row;
            return new Tail(ids, newRows, complete);
        }

        Tail removed(int index) {
            int after = ids.length - index - 1;
            long[] newIds = Arrays.copyOf(ids, ids.length - 1);
            byte[][] newRows = Arrays.copyOf(rows, ids.length - 1);
            System.arraycopy(ids, index + 1, newIds, index, after);
            System.arraycopy(rows, index + 1, newRows, index, after);
            return new Tail(newIds, newRows, complete);
        }
    }

    /// The newest page, or null when memory cannot answer.
    public @Nullable EncodedPage newest(int channel, int limit) {
        Tail tail = tails.get(channel);
        if (tail == null) {
            return null;
        }
        int count = tail.ids.length;
        if (count <= limit && !tail.complete) {
            return null;
        }
        int first = Math.max(0, count - limit);
        boolean older = first > 0 || !tail.complete;
        List<byte[]> rows = Arrays.asList(tail.rows).subList(first, count);
        long before = older && first < count ? tail.ids[first] : EncodedPage.NONE;
        return new EncodedPage(rows, before, EncodedPage.NONE);
    }

    /// True where a message is, or once was, that guests must not see: they read such a channel from the file. To be
    /// asked after [#newest] has answered.
    public boolean hidesFromGuests(int channel) {
        return notForGuests.contains(channel);
    }

    /// Says so; before the message itself comes.
    void hideFromGuests(int channel) {
        notForGuests.add(channel);
    }

    public boolean has(int channel) {
        return tails.containsKey(channel);
    }

    /// Takes the newest rows of a channel, oldest first, as the writer read them.
    void load(int channel, long[] ids, byte[][] rows, boolean complete) {
        if (tails.size() >= CHANNELS) {
            tails.clear();
        }
        tails.put(channel, new Tail(ids, rows, complete));
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

    /// What is hidden from guests stays known: somebody may hold a page from before.
    public void forgetAll() {
        tails.clear();
    }
}
