package chat.waddle.directory.store;

import chat.waddle.sqlite.WriteSession;
import chat.waddle.sqlite.command.Stamp;

/// What a change gets to work with: the open transaction, its time and new ids, and the caches to clear after the
/// commit. Used by the writer only.
public record Applying(WriteSession transaction, Stamp stamp, Invalidations invalidations) {
    public <T> T sql(Class<T> statements) {
        return transaction.sql(statements);
    }

    public long now() {
        return stamp.timeMillis();
    }

    public long newId() {
        return stamp.newId();
    }
}
