package chat.waddle.server.search;

import chat.waddle.channel.Channel;
import chat.waddle.channel.ChannelList;
import chat.waddle.community.Permission;
import chat.waddle.ids.ChannelId;
import chat.waddle.ids.ThreadId;
import chat.waddle.ids.UserId;
import chat.waddle.search.SearchQuery;
import chat.waddle.search.SearchScope;
import chat.waddle.server.http.Ids;
import chat.waddle.server.waddle.Visit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Understands the names in a search: whose messages, which channels, which thread, and what the member may see.
///
/// A name that means nobody or nothing visible finds nothing; it is no error, and tells nothing. Thread-safe.
public final class SearchNames {
    private final Function<String, Optional<UserId>> usernames;

    /// @param usernames finds an account by its username, in any case of letters
    public SearchNames(Function<String, Optional<UserId>> usernames) {
        this.usernames = usernames;
    }

    /// Where the search may look.
    ///
    /// @param channel a further channel to look in only, by id or name
    public SearchScope scope(Visit visit, SearchQuery query, @Nullable String channel) {
        ChannelList all = visit.shard().channels();
        Map<Integer, Long> searchable = searchable(visit, all);
        Map<Integer, Long> bounded = new HashMap<>(searchable);
        bounded.values().removeIf(least -> least == Long.MIN_VALUE);
        List<Integer> channels = channels(all, searchable, query.in(), channel);
        if (channels == null && (searchable.size() < all.all().size() || !bounded.isEmpty())) {
            channels = List.copyOf(searchable.keySet());
        }
        SearchScope named = named(visit, query, channels).bounded(bounded);
        return visit.guest() ? named.forGuests() : named;
    }

    /// What the member may search, each with the least id of a message that may be found.
    private static Map<Integer, Long> searchable(Visit visit, ChannelList all) {
        Channel conversation = visit.conversation();
        Map<Integer, Long> searchable = new LinkedHashMap<>();
        for (Channel channel : conversation == null ? all.all() : List.of(conversation)) {
            if (isSearchable(visit, channel)) {
                searchable.put(channel.num(), visit.historyFrom(channel));
            }
        }
        return searchable;
    }

    private SearchScope named(Visit visit, SearchQuery query, @Nullable List<Integer> channels) {
        boolean simple = query.from().isEmpty() && query.mentions().isEmpty() && query.thread() == null;
        if (simple) {
            return new SearchScope(channels, null, List.of(), null);
        }
        List<Long> mentions = query.mentions().stream()
                .map(name -> user(visit, name).map(UserId::value).orElse(0L))
                .toList();
        List<UserId> from = query.from().stream()
                .flatMap(name -> user(visit, name).stream())
                .toList();
        return visit.shard()
                .read(reader -> new SearchScope(
                        channels,
                        query.from().isEmpty() ? null : reader.memberNumbers(from),
                        mentions,
                        query.thread() == null ? null : reader.threadNumber(threadId(query.thread()))));
    }

    /// The channels that are named, of those that may be searched; null where none is named.
    private static @Nullable List<Integer> channels(
            ChannelList all, Map<Integer, Long> searchable, List<String> in, @Nullable String only) {
        if (only == null) {
            return in.isEmpty() ? null : visible(all, searchable, in);
        }
        List<Integer> one = visible(all, searchable, List.of(only));
        return in.isEmpty()
                ? one
                : visible(all, searchable, in).stream().filter(one::contains).toList();
    }

    private static List<Integer> visible(ChannelList all, Map<Integer, Long> searchable, List<String> names) {
        return names.stream()
                .map(name -> find(all, name))
                .flatMap(Optional::stream)
                .map(Channel::num)
                .filter(searchable::containsKey)
                .toList();
    }

    private static boolean isSearchable(Visit visit, Channel channel) {
        return visit.may(channel, Permission.SEARCH)
                && visit.may(channel, Permission.READ_HISTORY)
                && channel.concerns(visit.access());
    }

    private static Optional<Channel> find(ChannelList all, String name) {
        Channel named = all.byName(name);
        return named != null
                ? Optional.of(named)
                : number(name).flatMap(id -> Optional.ofNullable(all.byId(new ChannelId(id))));
    }

    private Optional<UserId> user(Visit visit, String name) {
        if (name.equalsIgnoreCase("me")) {
            return Optional.of(visit.user());
        }
        return number(name).map(UserId::new).or(() -> usernames.apply(name));
    }

    private static ThreadId threadId(String text) {
        return new ThreadId(number(text).orElse(0L));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Ids.parse(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
