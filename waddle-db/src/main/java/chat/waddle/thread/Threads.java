package chat.waddle.thread;

import chat.waddle.channel.Channel;
import chat.waddle.community.Page;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.ThreadId;
import chat.waddle.sqlite.Session;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The threads of channels. Valid only inside the callback that got it; whether the channel may be seen is the
/// caller's to check.
public final class Threads {
    public static final int TITLE_LIMIT = 100;

    private final ThreadSql sql;
    private final FollowerSql followers;

    public Threads(Session session) {
        sql = session.sql(ThreadSql.class);
        followers = session.sql(FollowerSql.class);
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
    /// @param follower the small number of a member: only those that this member follows
    public record Filter(
            @Nullable Boolean archived,
            @Nullable Boolean resolved,
            @Nullable Integer follower) {
        public static final Filter ALL = new Filter(null, null, null);
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
                filter.follower(),
                limit + 1);
        return Page.of(
                found.stream().map(thread -> thread.asOf(channel, nowMillis)).toList(),
                limit,
                thread -> new Place(thread.lastActivityId(), thread.id().value()));
    }

    /// The threads that a member follows in these channels, the most recently active first.
    ///
    /// @param member the member's small number
    /// @param after the `next` of the page before; [Place#TOP] to begin
    public Page<ChatThread, Place> followed(
            int member, List<Channel> channels, Place after, int limit, long nowMillis) {
        String numbers = channels.stream()
                .map(channel -> Integer.toString(channel.num()))
                .collect(Collectors.joining(",", "[", "]"));
        Map<ChannelId, Channel> byId = channels.stream().collect(Collectors.toMap(Channel::id, Function.identity()));
        List<ChatThread> found = followers.before(member, numbers, after.lastActivityId(), after.id(), limit + 1);
        return Page.of(
                found.stream()
                        .map(thread -> thread.asOf(Objects.requireNonNull(byId.get(thread.channel())), nowMillis))
                        .toList(),
                limit,
                thread -> new Place(thread.lastActivityId(), thread.id().value()));
    }

    /// @param member the member's small number
    public boolean follows(int member, ChatThread thread) {
        return followers.follows(member, thread.num());
    }
}
