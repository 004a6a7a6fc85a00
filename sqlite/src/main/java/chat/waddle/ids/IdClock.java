package chat.waddle.ids;

import java.time.Instant;

/// Hands out the ids of one file: never reused, never backwards, whatever the wall clock does.
///
/// Owned by the file's single writer; not thread-safe.
public final class IdClock {
    private static final long EPOCH_MILLIS =
            Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final int COUNTER_BITS = 8;

    private long last;

    /// @param last the highest id ever handed out, or [#none()] for a new file
    public IdClock(long last) {
        this.last = last;
    }

    public static long none() {
        return firstAt(EPOCH_MILLIS);
    }

    /// The next id at this time: the time's own first id, or one more than the last where that is not greater.
    public long next(long timeMillis) {
        last = Math.max(last + 1, firstAt(timeMillis));
        return last;
    }

    /// Makes sure that no id up to this one is handed out again.
    public void skipTo(long id) {
        last = Math.max(last, id);
    }

    public long last() {
        return last;
    }

    /// Goes back to a remembered position; only for a transaction that was rolled back.
    public void rewindTo(long id) {
        last = id;
    }

    /// The smallest id of this millisecond; every earlier message has a smaller one.
    public static long firstAt(long epochMillis) {
        return (epochMillis - EPOCH_MILLIS) << COUNTER_BITS;
    }

    public static long firstAt(Instant time) {
        return firstAt(time.toEpochMilli());
    }

    public static long millisOf(long id) {
        return (id >> COUNTER_BITS) + EPOCH_MILLIS;
    }

    public static Instant timeOf(Id id) {
        return Instant.ofEpochMilli(millisOf(id.value()));
    }
}
