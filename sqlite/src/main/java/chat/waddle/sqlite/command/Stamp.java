package chat.waddle.sqlite.command;

import chat.waddle.ids.IdClock;

/// Everything a command must not find out for itself: its place in the file's history, the time, who asks, new ids.
///
/// An applier that uses only this, the transaction and the command gives the same file on every replay.
public final class Stamp {
    private final IdClock ids;
    private final long timeMillis;
    private long seq;
    private Request request = Request.bySystem();

    Stamp(IdClock ids, long timeMillis) {
        this.ids = ids;
        this.timeMillis = timeMillis;
    }

    Stamp at(long nextSeq, Request asking) {
        seq = nextSeq;
        request = asking;
        return this;
    }

    /// The commit sequence the command gets if it changes anything.
    public long seq() {
        return seq;
    }

    /// Milliseconds since 1970; the same for the whole batch.
    public long timeMillis() {
        return timeMillis;
    }

    /// The public id of the account that asks, or [Request#SYSTEM].
    public long actor() {
        return request.actor();
    }

    long requestId() {
        return request.requestId();
    }

    public long newId() {
        return ids.next(timeMillis);
    }

    /// The ids of this file, for imports that bring their own times.
    public IdClock ids() {
        return ids;
    }
}
