package chat.waddle.thread;

import chat.waddle.community.Page;
import chat.waddle.ids.ThreadId;
import chat.waddle.sqlite.Session;
import java.util.Optional;

/// The threads of channels. Valid only inside the callback that got it; whether the channel may be seen is the
/// caller's to check.
public final class Threads {
    public static final int TITLE_LIMIT = 100;

    private final ThreadSql sql;

    public Threads(Session session) {
        sql = session.sql(ThreadSql.class);
    }

    /// A place in the list of a channel's threads.
    public record Place(long lastActivityId, long id) {
        /// Before the first.
        public static final Place TOP = new Place(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /// A thread that is not deleted; its channel may be.
    public Optional<ChatThread> find(ThreadId id) {
        return sql.find(id);
    }

    /// The threads of a channel, the most recently active first, those without a message included.
    ///
    /// @param channel the channel's small number
    /// @param after the `next` of the page before; [Place#TOP] to begin
    public Page<ChatThread, Place> page(int channel, Place after, int limit) {
        return Page.of(
                sql.before(channel, after.lastActivityId(), after.id(), limit + 1),
                limit,
                thread -> new Place(thread.lastActivityId(), thread.id().value()));
    }
}
