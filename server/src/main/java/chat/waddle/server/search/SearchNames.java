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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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
        Map<Integer, Long> bounded = places(visit).stream()
                .filter(each -> visit.historyFrom(each) != Long.MIN_VALUE && isSearchable(visit, each))
                .collect(Collectors.toMap(Channel::num, visit::historyFrom));
        SearchScope named = named(visit, query, channel).bounded(bounded);
        return visit.guest() ? named.forGuests() : named;
    }

    private static List<Channel> places(Visit visit) {
        Channel conversation = visit.conversation();
        return conversation == null ? visit.shard().channels().all() : List.of(conversation);
    }

    private SearchScope named(Visit visit, SearchQuery query, @Nullable String channel) {
        List<Integer> channels = channels(visit, query.in(), channel);
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

    private static @Nullable List<Integer> channels(Visit visit, List<String> in, @Nullable String only) {
        ChannelList all = visit.shard().channels();
        if (in.isEmpty() && only == null) {
            List<Integer> searchable = all.all().stream()
                    .filter(channel -> isSearchable(visit, channel))
                    .map(Channel::num)
                    .toList();
            boolean everything = searchable.size() == all.all().size()
                    && all.all().stream().allMatch(each -> visit.historyFrom(each) == Long.MIN_VALUE);
            return everything ? null : searchable;
        }
        if (only == null) {
            return visible(visit, all, in);
        }
        List<Integer> one = visible(visit, all, List.of(only));
        return in.isEmpty()
                ? one
                : visible(visit, all, in).stream().filter(one::contains).toList();
    }

    private static List<Integer> visible(Visit visit, ChannelList all, List<String> names) {
        return names.stream()
                .map(name -> find(all, name))
                .flatMap(Optional::stream)
                .filter(channel -> isSearchable(visit, channel))
                .map(Channel::num)
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
