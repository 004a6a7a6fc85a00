package chat.waddle.thread;

import chat.waddle.channel.Channel;
import chat.waddle.community.Page;
import chat.waddle.ids.ThreadId;
import chat.waddle.sqlite.Session;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /// Which threads of a channel are listed; null says nothing.
    ///
    /// @param archived only those that are archived, or only those that are not
    /// @param resolved only those that are resolved, or only those that are not
    public record Filter(
            @Nullable Boolean archived, @Nullable Boolean resolved) {
        public static final Filter ALL = new Filter(null, null);
    }

    /// A thread that is not deleted, as it is written down; its channel may be deleted.
    public Optional<ChatThread> find(ThreadId id) {
        return sql.find(id);
    }

    /// The threads of a channel, the most recently active first, those without a message included.
    ///
    /// @param after the `next` of the page before; [Place#TOP] to begin
    public Page<ChatThread, Place> page(Channel channel, Filter filter, Place after, int limit, long nowMillis) {
        long quietBefore = ChatThread.quietBefore(channel, nowMillis);
        List<ChatThread> found = sql.before(
                channel.num(),
                after.lastActivityId(),
                after.id(),
                Boolean.FALSE.equals(filter.archived()) ? quietBefore : Long.MIN_VALUE,
                quietBefore,
                filter.archived(),
                filter.resolved(),
                limit + 1);
        return Page.of(
                found.stream().map(thread -> thread.asOf(channel, nowMillis)).toList(),
                limit,
                thread -> new Place(thread.lastActivityId(), thread.id().value()));
    }
}
